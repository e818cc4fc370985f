// Answers: what the region's norm for waiting was before it became these days; the later change wins.
// $scope: map, the viewer's scope (region).
// $days: integer, after how many days a case asks for attention.
// Columns: before
MATCH (r:Region {code: $scope.region})
WITH r, r.waiting_norm AS before
SET r.waiting_norm = $days
RETURN before
