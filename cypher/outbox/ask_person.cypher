// Answers: the person who is asked now, with a new link in the place of every older one; no row when she just was asked.
// $scope: map, the scope in which is asked (region).
// $person: string, the person's id.
// $digest: string, SHA-256 of the link's token; the token itself stands in the mail only.
// $seconds: integer, how long the link works.
// $now: datetime, the clock of who asks.
// Columns: person
MATCH (p:Person {id: $person})
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET p.asking = true
REMOVE p.asking
WITH p WHERE p.asked_at IS NULL OR p.asked_at <= $now - duration({days: 30})
SET p.asked_at = $now
WITH p
CALL (p) {
  MATCH (old:CheckLink)-[:FOR]->(p)
  DETACH DELETE old
}
CREATE (:CheckLink {
  digest: $digest, region: $scope.region, created_at: datetime(), expires_at: datetime() + duration({seconds: $seconds})
})-[:FOR]->(p)
RETURN p.id AS person
