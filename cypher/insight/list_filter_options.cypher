// Answers: which municipalities, kinds of organisation and themes the reader can narrow a question to.
// $scope: map, the viewer's scope (region).
// Columns: municipalities, kinds, themes
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
RETURN municipalities, kinds, COLLECT { MATCH (t:Theme) RETURN t {.code, .name} ORDER BY t.name } AS themes
