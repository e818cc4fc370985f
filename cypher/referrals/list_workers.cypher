// Answers: who works at an organisation of the region now, by name.
// $scope: map, the viewer's scope (region).
// $organisation: string, the organisation's id.
// Columns: id, name
MATCH (o:Organisation {id: $organisation})<-[w:WORKS_AT]-(p:Person)
WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
  AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
RETURN DISTINCT p.id AS id, p.name AS name
ORDER BY name, id
