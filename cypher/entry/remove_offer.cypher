// Answers: nothing; an offer of the viewer, or of an organisation where she works now, is gone.
// $scope: map, the viewer's scope (person, region).
// $holder: string, the id of the person or the organisation.
// $theme: string, the theme's code.
MATCH (p:Person {id: $scope.person})
CALL (p) {
  RETURN p AS h
  UNION
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o AS h
}
WITH h WHERE h.id = $holder
CALL (h) {
  MATCH (h)-[f:OFFERS]->(t:Theme)
  WHERE t.code = $theme
  DELETE f
}
