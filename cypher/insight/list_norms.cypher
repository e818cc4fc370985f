// Answers: the norms there are, and which of them this region keeps.
// $scope: map, the viewer's scope (region).
// Columns: code, schools, kept
MATCH (region:Region {code: $scope.region})
CALL (region) {
  MATCH (n:Norm)
  RETURN n, NOT EXISTS { (region)-[:WAIVES]->(n) } AS kept
}
RETURN n.code AS code, n.schools AS schools, kept
ORDER BY n.place
