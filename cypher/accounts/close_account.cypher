// Answers: the account that was closed, its sessions ended and its one-time links gone.
// $scope: map, the viewer's scope (region).
// $account: string, the account's id.
// Columns: account
MATCH (a:Account {id: $account})
WHERE a.region = $scope.region
SET a.closed_at = datetime(), a.stamp = coalesce(a.stamp, 0) + 1
WITH a
CALL (a) {
  MATCH (t:LoginToken)-[:FOR]->(a)
  DETACH DELETE t
}
RETURN a.id AS account
