// Answers: the task of the region that was marked as done; no row when it is not there or was done. A mail that could
// still be sent is then sent no more, and its words go.
// $scope: map, the viewer's scope (region).
// $id: string, the task's id.
// Columns: id
MATCH (t:Task {id: $id, region: $scope.region})
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET t.tried_at = datetime()
WITH t WHERE t.done_at IS NULL
SET t.done_at = datetime()
REMOVE t.open_key
WITH t
CALL (t) {
  MATCH (t)-[:ABOUT]->(:Person)<-[:ABOUT]-(m:Mail {region: $scope.region})
  WHERE t.kind = 'mail_undelivered' AND m.failed_at IS NOT NULL
  REMOVE m.text, m.html
}
RETURN t.id AS id
