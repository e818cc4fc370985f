// Answers: nothing; locks the person whom a link is for, as every change of her entry does: one at a time.
// No scope: the link says whom it is for.
// $digest: string, SHA-256 of the link's token.
MATCH (:CheckLink {digest: $digest})-[:FOR]->(p:Person)
SET p.locked = true
REMOVE p.locked
