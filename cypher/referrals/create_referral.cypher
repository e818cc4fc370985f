// Answers: the case that was made, open from today; its number must be new in the region (the id says so).
// $scope: map, the viewer's scope (region).
// $number: string, the number of the case.
// $theme: string, the theme's code.
// Columns: number
MATCH (region:Region {code: $scope.region})
CREATE (r:Referral {id: $scope.region + '/' + $number, number: $number, theme: $theme, opened: date(), version: 0})
  -[:IN_REGION]->(region)
RETURN r.number AS number
