// Answers: who else works, or is to begin, at an organisation of the region where the viewer works now.
// $scope: map, the viewer's scope (person, region).
// $organisation: string, the organisation's id.
// Columns: email, name
MATCH (p:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation {id: $organisation})
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  AND EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
WITH DISTINCT p, o
MATCH (o)<-[v:WORKS_AT]-(q:Person)
WHERE q <> p AND (v.until IS NULL OR v.until >= date())
RETURN DISTINCT q.email AS email, q.name AS name
ORDER BY name, email
