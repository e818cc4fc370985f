// Answers: how many mails wait in the outbox, of all regions.
// No scope: asked by the command line, for who runs the installation.
// Columns: waiting
MATCH (m:Mail)
WHERE m.due_at > datetime('1970-01-01T00:00Z')
RETURN count(*) AS waiting
