// Answers: nothing; returns when every index is online.
// No scope: about the database, not about anybody's data.
CALL db.awaitIndexes(60)
