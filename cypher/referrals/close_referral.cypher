// Answers: the number of the case that was closed today.
// $scope: map, the viewer's scope (region).
// $number: string, the number of the case.
// $outcome: string, the code of the outcome.
// Columns: number
MATCH (r:Referral {id: $scope.region + '/' + $number})
SET r.closed = date(), r.outcome = $outcome, r.version = coalesce(r.version, 0) + 1
RETURN r.number AS number
