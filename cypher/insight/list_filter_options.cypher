// Answers: which municipalities, kinds of organisation and themes the reader can narrow a question to.
// $scope: map, the viewer's scope (region).
// Columns: municipalities, kinds, themes
CALL () {
  MATCH (o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE o.municipality IS NOT NULL
  WITH DISTINCT o.municipality AS municipality ORDER BY municipality
  RETURN collect(municipality) AS municipalities
}
CALL () {
  MATCH (o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WITH DISTINCT o.kind AS kind ORDER BY kind
  RETURN collect(kind) AS kinds
}
CALL () {
  MATCH (t:Theme)
  WITH t ORDER BY t.name
  RETURN collect(t {.code, .name}) AS themes
}
RETURN municipalities, kinds, themes
