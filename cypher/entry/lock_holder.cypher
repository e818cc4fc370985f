// Answers: the viewer herself or the organisation where she works now, locked; no row for anybody else's id.
// $scope: map, the viewer's scope (person, region).
// $holder: string, the id of the person or the organisation.
// Columns: id
MATCH (p:Person {id: $scope.person})
CALL (p) {
  RETURN p AS h
  UNION
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o AS h
}
WITH h WHERE h.id = $holder
// Writing takes the lock, so that of two at the same moment the second reads what the first wrote.
SET h.locked = true
REMOVE h.locked
RETURN h.id AS id
