// Answers: the account that the new one-time link is for; clears away the account's links that have expired.
// No scope: who hands the link out checked it, and may be the command line.
// $email: string, the account's e-mail address.
// $digest: string, SHA-256 of the link's token; the token itself is kept nowhere.
// $seconds: integer, how long the link works.
// Columns: account
MATCH (a:Account {email: $email})
WHERE a.closed_at IS NULL
CALL (a) {
  MATCH (old:LoginToken)-[:FOR]->(a)
  WHERE old.expires_at < datetime()
  DETACH DELETE old
}
CREATE (:LoginToken {digest: $digest, expires_at: datetime() + duration({seconds: $seconds})})-[:FOR]->(a)
RETURN a.id AS account
