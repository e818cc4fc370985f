// Answers: the two that may be doubles of each other again; no row when nobody said in this region that they are not.
// $scope: map, the viewer's scope (region).
// $one: string, the id of one of the two.
// $other: string, the id of the other.
// Columns: one, other
MATCH (a:Person|Organisation {id: $one})-[d:NOT_DOUBLE_OF {region: $scope.region}]-(b:Person|Organisation {id: $other})
DELETE d
RETURN DISTINCT a.id AS one, b.id AS other
