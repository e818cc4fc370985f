// Answers: what the viewer offers, and what the organisations of the region offer where she works now.
// $scope: map, the viewer's scope (person, region).
// Columns: holder, name, theme, age_from, age_to, capacity, waiting_days, accepting, verified_at, updated_at, updated_by
MATCH (p:Person {id: $scope.person})
CALL (p) {
  RETURN p AS h
  UNION
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o AS h
}
MATCH (h)-[f:OFFERS]->(t:Theme)
OPTIONAL MATCH (q:Person {id: f.updated_by})
RETURN h.id AS holder, h.name AS name, t.code AS theme, f.age_from AS age_from,
       f.age_to AS age_to, f.capacity AS capacity, f.waiting_days AS waiting_days, f.accepting AS accepting,
       f.verified_at AS verified_at, f.updated_at AS updated_at, q.name AS updated_by
ORDER BY name, holder, theme
