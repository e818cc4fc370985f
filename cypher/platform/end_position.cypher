// Answers: the record by which the viewer may take her departure back; the position as it was is kept with it.
// $scope: map, the viewer's scope (person, region).
// $id: string, the record's id.
// $organisation: string, the organisation's id.
// $role: string, the position's role.
// $since: date or null, its first day.
// $until: date, its last day.
// Columns: id
MATCH (p:Person {id: $scope.person})
CALL (p) {
  MATCH (p)-[w:WORKS_AT {role: $role}]->(o:Organisation)
  WHERE o.id = $organisation AND EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) } AND (w.until IS NULL OR w.until >= date())
    AND (w.since = $since OR (w.since IS NULL AND $since IS NULL))
  RETURN w, o
  LIMIT 1
}
CREATE (u:EntryUndo {id: $id, region: $scope.region, at: datetime(), what: 'left', holder: o.id, title: o.name})
CREATE (u)-[:BY]->(p)
CREATE (u)-[:LEAVER]->(p)
CREATE (u)-[:KEPT]->(was:EntryKept)
SET u.position = $id, u.name = p.name, was = properties(w)
SET w.until = $until, w.updated_at = datetime(), w.updated_by = $scope.person, w.departure = $id
RETURN u.id AS id
