// Answers: the record that was used: what stands of the viewer, or of an organisation where she works now, is again, in
// each of these values, as it was before her change.
// $scope: map, the viewer's scope (person, region).
// $id: string, the record's id.
// $fields: list of strings, the names of the values.
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
MATCH (u)-[:KEPT]->(was:EntryKept)
FOREACH (field IN $fields | SET h[field] = was[field])
SET h.version = coalesce(h.version, 0) + 1
WITH u, was, u.id AS id
DETACH DELETE u, was
RETURN id
