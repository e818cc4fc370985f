// Answers: the record by which the viewer may take back what she is about to do to an offer; it keeps the offer as it is.
// $scope: map, the viewer's scope (person, region).
// $id: string, the record's id.
// $what: string, what she does: changed, added or removed.
// $holder: string, the id of the person or the organisation.
// $theme: string, the theme's code.
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
CALL (h) { MATCH (t:Theme {code: $theme}) RETURN t }
CREATE (u:EntryUndo {id: $id, region: $scope.region, at: datetime(), what: $what, holder: $holder, theme: $theme})
CREATE (u)-[:BY]->(p)
SET u.mark = $mark, u.title = t.name, u.name = h.name
WITH u, h
CALL (u, h) {
  MATCH (h)-[f:OFFERS]->(t:Theme)
  WHERE t.code = $theme
  CREATE (u)-[:KEPT]->(was:EntryKept)
  SET was = properties(f)
}
RETURN u.id AS id
