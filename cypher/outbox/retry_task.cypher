// Answers: the task of the region whose mails were put back in the outbox and which so is done; no row when it is not
// there, was done, or has no mail whose words were kept.
// $scope: map, the viewer's scope (region).
// $id: string, the task's id.
// $now: datetime, from when the mails are due.
// Columns: id
MATCH (t:Task {id: $id, region: $scope.region})
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET t.tried_at = datetime()
WITH t WHERE t.done_at IS NULL AND t.kind = 'mail_undelivered'
MATCH (t)-[:ABOUT]->(:Person)<-[:ABOUT]-(m:Mail {region: $scope.region})
WHERE m.failed_at IS NOT NULL AND m.text IS NOT NULL
SET m.due_at = $now, m.tries = 0
REMOVE m.failed_at, m.error
WITH DISTINCT t
SET t.done_at = datetime()
REMOVE t.open_key
RETURN t.id AS id
