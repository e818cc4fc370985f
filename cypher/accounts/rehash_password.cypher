// Answers: nothing; keeps the same password under newer parameters of argon2id.
// No scope: runs while somebody logs in.
// $account: string, the account's id.
// $password_hash: string, argon2id.
MATCH (a:Account {id: $account})
SET a.password_hash = $password_hash
