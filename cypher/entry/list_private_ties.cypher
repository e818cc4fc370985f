// Answers: the contacts that the viewer keeps to herself, for her own eyes: she chooses which of them go along.
// $scope: map, the viewer's scope (region, person): only her own, and of this region.
// Columns: id, name
MATCH (p:Person {id: $scope.person})-[c:CONTACT]->(a)
WHERE c.state = 'present' AND c.visibility = 'private' AND c.declined_at IS NULL
  AND (EXISTS { (a)-[:IN_REGION]->(:Region {code: $scope.region}) } OR EXISTS {
    MATCH (a)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  })
RETURN DISTINCT a.id AS id, a.name AS name
ORDER BY name, id
