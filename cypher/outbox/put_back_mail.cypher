// Answers: nothing; the mail server could not be reached, which is no try of this mail.
// No scope: one worker sends the mails of all regions.
// $id: string, the mail's id.
// $due: datetime, when to try again.
MATCH (m:Mail {id: $id})
SET m.due_at = $due, m.tries = m.tries - 1
