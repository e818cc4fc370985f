// Answers: the account that was closed and is open again.
// $scope: map, the viewer's scope (region).
// $account: string, the account's id.
// Columns: account
MATCH (a:Account {id: $account})
WHERE a.region = $scope.region
REMOVE a.closed_at
RETURN a.id AS account
