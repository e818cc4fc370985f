// Answers: the task of the region that waits again; no row when it is not there or was not done.
// $scope: map, the viewer's scope (region).
// $id: string, the task's id.
// Columns: id
MATCH (t:Task {id: $id, region: $scope.region})
SET t.tried_at = datetime()
WITH t WHERE t.done_at IS NOT NULL
REMOVE t.done_at
// The same task may have been raised again meanwhile; that one then has the key.
SET t.open_key = CASE WHEN EXISTS { (:Task {open_key: t.key}) } THEN null ELSE t.key END
RETURN t.id AS id
