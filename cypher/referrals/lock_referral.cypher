// Answers: nothing; takes the lock on a case, so that of two changes at the same moment the second reads the first's.
// $scope: map, the viewer's scope (region).
// $number: string, the number of the case.
// Columns: number
MATCH (r:Referral {id: $scope.region + '/' + $number})
SET r.changed_at = datetime()
RETURN r.number AS number
