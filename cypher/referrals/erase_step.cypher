// Answers: the place of the last step, which was a slip and is gone; with its first step the case itself goes.
// $scope: map, the viewer's scope (region).
// $number: string, the number of the case.
// $n: integer, the place of the step.
// Columns: n
MATCH (r:Referral {id: $scope.region + '/' + $number})-[:STEP {n: $n}]->(h:Handover)
SET r.version = coalesce(r.version, 0) + 1
DETACH DELETE h
WITH r
CALL (r) { WITH r WHERE $n = 1 DETACH DELETE r }
RETURN $n AS n
