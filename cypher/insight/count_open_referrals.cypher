// Answers: how many referrals are open, and how many of those nobody has taken on since they were last handed over.
// $scope: map, the viewer's scope (region).
// Columns: open, without_owner
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(f:Referral)
WHERE f.closed IS NULL
WITH f, head(COLLECT { MATCH (f)-[s:STEP]->(h:Handover) RETURN h.accepted_at IS NOT NULL ORDER BY s.n DESC LIMIT 1 }) AS owned
RETURN count(f) AS open, count(CASE WHEN coalesce(owned, false) THEN null ELSE 1 END) AS without_owner
