// Answers: until which day the region's cases are known: the last day on which anything was written down of one.
// $scope: map, the viewer's scope (region).
// Columns: day
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)-[:STEP]->(h:Handover)
RETURN max(reduce(last = r.opened, day IN [r.closed, h.at, h.accepted_at] | CASE WHEN day > last THEN day ELSE last END)) AS day
