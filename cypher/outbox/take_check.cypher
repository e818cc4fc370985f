// Answers: nothing; takes the lock of a link for a check, so that what follows is done by one at a time.
// No scope: the link says whom it is for.
// $digest: string, SHA-256 of the link's token.
MATCH (l:CheckLink {digest: $digest})
SET l.tried_at = datetime()
