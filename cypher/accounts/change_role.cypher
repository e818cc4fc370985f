// Answers: the role that the account had, after it was given another.
// $scope: map, the viewer's scope (region).
// $account: string, the account's id.
// $role: string, one of the roles.
// Columns: before
MATCH (a:Account {id: $account})
WHERE a.region = $scope.region
WITH a, a.role AS before
SET a.role = $role
RETURN before
