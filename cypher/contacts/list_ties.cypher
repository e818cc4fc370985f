// Answers: the viewer's own ties, each with whom or what it is with, and how often it was told to somebody. Of who works
// in another region only, it tells that she does, and not where.
// $scope: map, the viewer's scope (region, person): only her own ties.
// Columns: alter, tie, declined, told
MATCH (me:Person {id: $scope.person})-[c:CONTACT]->(alter)
CALL (alter) {
  OPTIONAL MATCH (alter)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH o, w ORDER BY coalesce(w.days, 0) DESC, w.since, o.id
  RETURN collect(CASE WHEN o IS NOT NULL THEN {role: w.role, organisation: o.name, kind: o.kind} END) AS positions
}
RETURN {id: alter.id, name: alter.name, kind: alter.kind, positions: positions, elsewhere: EXISTS {
    MATCH (alter)-[w:WORKS_AT]->() WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  }} AS alter,
  c {.state, .kinds, .frequency, .strength, .note, .visibility, .at, version: coalesce(c.version, 0)} AS tie,
  c.declined_at IS NOT NULL AS declined,
  COUNT { (:Telling {ego: $scope.person, alter: alter.id}) } AS told
ORDER BY toLower(alter.name), alter.id
