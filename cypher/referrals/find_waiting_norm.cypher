// Answers: after how many days of waiting a case of the region asks for attention; null when nobody chose.
// $scope: map, the viewer's scope (region).
// Columns: days
MATCH (r:Region {code: $scope.region})
RETURN r.waiting_norm AS days
