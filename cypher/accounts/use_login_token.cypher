// Answers: the account that this one-time link lets in, once; no row for everybody who comes later.
// No scope: nobody is known yet.
// $digest: string, SHA-256 of the link's token.
// Columns: account, stamp
MATCH (t:LoginToken {digest: $digest})
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET t.tried_at = datetime()
WITH t
MATCH (t)-[:FOR]->(a:Account)
WHERE t.used_at IS NULL AND t.expires_at > datetime() AND a.closed_at IS NULL
SET t.used_at = datetime()
RETURN a.id AS account, coalesce(a.stamp, 0) AS stamp
