// Answers: who of the region tells that she is in touch with the viewer, while the viewer said nothing of it yet; her
// private ties stay hers.
// $scope: map, the viewer's scope (region, person): only what is told about her.
// $tellable: list of strings, the visibilities of the ties that the one at the other end may be asked about.
// Columns: ego, visibility, at
MATCH (me:Person {id: $scope.person})<-[c:CONTACT {state: 'present'}]-(ego:Person)
WHERE c.visibility IN $tellable
  AND c.declined_at IS NULL
  AND NOT EXISTS { MATCH (me)-[own:CONTACT]->(ego) WHERE own.state IN ['present', 'absent'] }
CALL (ego) {
  MATCH (ego)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH o, w ORDER BY coalesce(w.days, 0) DESC, w.since, o.id
  RETURN collect({role: w.role, organisation: o.name, kind: o.kind}) AS positions
}
WITH ego, c, positions WHERE size(positions) > 0
RETURN {id: ego.id, name: ego.name, kind: null, positions: positions} AS ego, c.visibility AS visibility, c.at AS at
ORDER BY toLower(ego.name), ego.id
