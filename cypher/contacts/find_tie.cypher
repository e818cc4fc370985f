// Answers: one person or organisation as the other end of a tie of the viewer's, and that tie if there is one; no row
// when it is the viewer herself, or neither of her region nor tied to her. Of who works in another region only, it tells
// that she does, and not where.
// $scope: map, the viewer's scope (region, person): only her own tie.
// $alter: string, the id of the person or organisation.
// Columns: alter, tie
MATCH (me:Person {id: $scope.person})
CALL (me) {
  MATCH (alter:Person {id: $alter}) RETURN alter
  UNION
  MATCH (alter:Organisation {id: $alter}) RETURN alter
}
OPTIONAL MATCH (me)-[c:CONTACT]->(alter)
CALL (alter) {
  OPTIONAL MATCH (alter)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH o, w ORDER BY coalesce(w.days, 0) DESC, w.since, o.id
  RETURN collect(CASE WHEN o IS NOT NULL THEN {role: w.role, organisation: o.name, kind: o.kind} END) AS positions
}
WITH me, alter, c, positions
WHERE alter <> me AND (c IS NOT NULL OR size(positions) > 0
  OR EXISTS { (alter)-[:IN_REGION]->(:Region {code: $scope.region}) })
RETURN {id: alter.id, name: alter.name, kind: alter.kind, positions: positions, elsewhere: EXISTS {
    MATCH (alter)-[w:WORKS_AT]->() WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  }} AS alter,
  c {.state, .kinds, .frequency, .strength, .note, .visibility, .at, version: coalesce(c.version, 0)} AS tie
