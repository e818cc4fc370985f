// Answers: the people and organisations of the region whose name resembles what was typed, the best first; and whether the
// viewer has a tie with each.
// $scope: map, the viewer's scope (region, person).
// $spelling: string, what to ask of names as they are written: exact, their beginning, with a typing error.
// $candidates: integer, how many to ask the index for; some may no longer work in the region.
// $limit: integer, how many at the most.
// Columns: alter, tied
CALL db.index.fulltext.queryNodes('directory_spelling', $spelling, {limit: $candidates}) YIELD node AS alter, score
WHERE alter.id <> $scope.person
WITH alter, score, COLLECT {
  MATCH (alter)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH o, w ORDER BY coalesce(w.days, 0) DESC, w.since, o.id
  RETURN {role: w.role, organisation: o.name, kind: o.kind}
} AS positions
WHERE size(positions) > 0 OR EXISTS { (alter)-[:IN_REGION]->(:Region {code: $scope.region}) }
WITH alter, score, positions
ORDER BY score DESC, toLower(alter.name), alter.id
LIMIT $limit
RETURN {id: alter.id, name: alter.name, kind: alter.kind, positions: positions} AS alter,
  EXISTS { (:Person {id: $scope.person})-[:CONTACT]->(alter) } AS tied
