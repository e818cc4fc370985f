// Answers: the mail that did not arrive, once; no row when that was known.
// $scope: map, the mail's region (region).
// $id: string, the mail's id.
// $error: string, the code that the mail server gave.
// $now: datetime, the worker's clock.
// $for_good: boolean, the address is wrong; else the words are kept, so that the mail can be sent again.
// Columns: id
MATCH (m:Mail {id: $id, region: $scope.region})
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET m.tried_at = $now
WITH m WHERE m.failed_at IS NULL OR ($for_good AND m.text IS NOT NULL)
SET m.failed_at = $now, m.error = $error
REMOVE m.due_at
FOREACH (_ IN CASE WHEN $for_good THEN [1] ELSE [] END | REMOVE m.text, m.html)
RETURN m.id AS id
