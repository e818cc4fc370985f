// Answers: the two that are no double of each other from now on; no row when that was said in this region before.
// $scope: map, who says so (region, person); the two were found in her region, in this same transaction.
// $one: string, the id of one of the two.
// $other: string, the id of the other.
// Columns: one, other
MATCH (a:Person|Organisation {id: $one})
CALL (a) { MATCH (b:Person|Organisation {id: $other}) RETURN b }
WITH a, b
WHERE NOT EXISTS { (a)-[:NOT_DOUBLE_OF {region: $scope.region}]-(b) }
// Which of them it starts from means nothing: it is always asked for in both directions.
CREATE (a)-[:NOT_DOUBLE_OF {region: $scope.region, at: datetime(), by: $scope.person}]->(b)
RETURN a.id AS one, b.id AS other
