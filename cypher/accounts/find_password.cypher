// Answers: what to check a password against; no row when the account is not there or closed, or has no password.
// No scope: nobody is known yet.
// $email: string, the account's e-mail address.
// Columns: account, password_hash, stamp
MATCH (a:Account {email: $email})
WHERE a.closed_at IS NULL AND a.password_hash IS NOT NULL
RETURN a.id AS account, a.password_hash AS password_hash, coalesce(a.stamp, 0) AS stamp
