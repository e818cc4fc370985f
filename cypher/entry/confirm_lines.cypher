// Answers: nothing; puts down that these lines are right. No value changes, so `updated_at` stays as it is.
// $scope: map, the viewer's scope (person, region).
// $person: boolean, whether what stands of the viewer herself is right.
// $organisations: list of ids.
// $positions: list of maps (organisation, role, since), all her own.
// $offers: list of maps (holder, theme).
MATCH (p:Person {id: $scope.person})
FOREACH (_ IN CASE WHEN $person THEN [1] ELSE [] END | SET p.verified_at = datetime())
WITH p
CALL (p) {
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND o.id IN $organisations
  WITH DISTINCT o
  SET o.verified_at = datetime()
}
CALL (p) {
  UNWIND $positions AS position
  MATCH (p)-[w:WORKS_AT {role: position.role}]->(:Organisation {id: position.organisation})
  WHERE w.since = position.since OR (w.since IS NULL AND position.since IS NULL)
  SET w.verified_at = datetime()
}
CALL (p) {
  RETURN p AS h
  UNION
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o AS h
}
MATCH (h)-[f:OFFERS]->(t:Theme)
WHERE any(offer IN $offers WHERE offer.holder = h.id AND offer.theme = t.code)
SET f.verified_at = datetime()
