// Answers: which municipalities and kinds of organisation the reader can narrow a question to.
// $scope: map, the viewer's scope (region).
// Columns: municipalities, kinds
MATCH (r:Region {code: $scope.region})
CALL (r) {
  MATCH (o:Organisation)-[:IN_REGION]->(r)
  WHERE o.municipality IS NOT NULL
  WITH DISTINCT o.municipality AS municipality ORDER BY municipality
  RETURN collect(municipality) AS municipalities
}
CALL (r) {
  MATCH (o:Organisation)-[:IN_REGION]->(r)
  WITH DISTINCT o.kind AS kind ORDER BY kind
  RETURN collect(kind) AS kinds
}
RETURN municipalities, kinds
