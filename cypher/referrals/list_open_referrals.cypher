// Answers: the numbers of every open case of the region.
// $scope: map, the viewer's scope (region).
// Columns: number
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)
WHERE r.closed IS NULL
RETURN r.number AS number
ORDER BY number
