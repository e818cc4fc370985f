// Answers: nothing; an offer of the viewer, or of an organisation where she works now, is made or gets other values.
// $scope: map, the viewer's scope (person, region).
// $holder: string, the id of the person or the organisation.
// $theme: string, the theme's code.
// $values: map (age_from, age_to, capacity, waiting_days, accepting).
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
  MATCH (t:Theme {code: $theme})
  MERGE (h)-[f:OFFERS]->(t)
  SET f += $values, f.updated_at = datetime(), f.verified_at = datetime(), f.updated_by = $scope.person
}
