// Answers: nothing; the mail was sent and is never due again. Its words go: they may hold a link that still works.
// No scope: one worker sends the mails of all regions.
// $id: string, the mail's id.
// $now: datetime, the worker's clock.
MATCH (m:Mail {id: $id})
SET m.sent_at = $now
REMOVE m.due_at, m.text, m.html
