// Answers: the record that was used: the offer is again, in every value, as it was before the viewer's change.
// $scope: map, the viewer's scope (person, region).
// $id: string, the record's id.
// Columns: id
MATCH (u:EntryUndo {id: $id})-[:BY]->(p:Person {id: $scope.person})
CALL (p) {
  RETURN p AS h
  UNION
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o AS h
}
WITH u, h WHERE h.id = u.holder
CALL (u, h) {
  MATCH (h)-[f:OFFERS]->(t:Theme)
  WHERE t.code = u.theme
  DELETE f
}
CALL (u, h) {
  MATCH (u)-[:KEPT]->(was:EntryKept)
  CALL (u) { MATCH (t:Theme {code: u.theme}) RETURN t }
  CREATE (h)-[f:OFFERS]->(t)
  SET f = properties(was)
  DETACH DELETE was
}
WITH u, u.id AS id
DETACH DELETE u
RETURN id
