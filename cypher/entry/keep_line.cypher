// Answers: the record by which the viewer may take back what she is about to change of herself, or of an organisation
// where she works now; it keeps these values as they are.
// $scope: map, the viewer's scope (person, region).
// $id: string, the record's id.
// $holder: string, the id of the person or the organisation.
// $fields: list of strings, the names of the values.
// $mark: string, the mark of the values that she leaves.
// Columns: id
MATCH (p:Person {id: $scope.person})
CALL (p) {
  RETURN p AS h
  UNION
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o AS h
}
WITH p, h WHERE h.id = $holder
CREATE (u:EntryUndo {id: $id, region: $scope.region, at: datetime(), what: 'changed', holder: $holder})
CREATE (u)-[:BY]->(p)
CREATE (u)-[:KEPT]->(was:EntryKept)
SET u.mark = $mark, u.title = h.name, u.name = h.name
FOREACH (field IN $fields | SET was[field] = h[field])
RETURN u.id AS id
