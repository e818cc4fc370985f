// Answers: nothing; from now on the region keeps these norms and waives the others.
// $scope: map, the scope in which they are chosen (region).
// $kept: list, the codes of the norms to keep.
MATCH (region:Region {code: $scope.region})
CALL (region) {
  MATCH (region)-[waives:WAIVES]->(n:Norm)
  WHERE n.code IN $kept
  DELETE waives
}
CALL (region) {
  UNWIND COLLECT { MATCH (n:Norm) WHERE NOT n.code IN $kept RETURN n } AS waived
  MERGE (region)-[:WAIVES]->(waived)
}
