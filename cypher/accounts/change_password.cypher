// Answers: the account's new stamp, after its password was changed and every session that it had was ended.
// $scope: map, the viewer's scope (person): only her own account.
// $password_hash: string, argon2id.
// Columns: account, stamp
MATCH (a:Account)-[:OF]->(:Person {id: $scope.person})
SET a.password_hash = $password_hash, a.stamp = coalesce(a.stamp, 0) + 1
RETURN a.id AS account, a.stamp AS stamp
