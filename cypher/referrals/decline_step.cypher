// Answers: the place of the step that was declined, or taken back after it had waited; the case comes back by a new step.
// $scope: map, the viewer's scope (region).
// $number: string, the number of the case.
// $n: integer, the place of the step.
// $reason: string, the code of the reason.
// Columns: n
MATCH (r:Referral {id: $scope.region + '/' + $number})-[s:STEP {n: $n}]->(h:Handover)
SET h.declined_at = date(), h.reason = $reason
RETURN s.n AS n
