// Answers: the mail that has waited longest, and whether it is now ours to send (another worker may have been first).
// No scope: one worker sends the mails of all regions.
// $now: datetime, the worker's clock.
// $pauses: list of integers, after how many seconds to try again, by the number of tries before.
// Columns: won, id, region, to, subject, text, html, tries, about
MATCH (m:Mail)
WHERE m.due_at <= $now
WITH m ORDER BY m.due_at, m.id LIMIT 1
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET m.tried_at = $now
WITH m, coalesce(m.due_at <= $now, false) AS won
FOREACH (_ IN CASE WHEN won THEN [1] ELSE [] END |
  SET m.due_at = $now + duration({seconds: coalesce($pauses[m.tries], $pauses[-1])}), m.tries = m.tries + 1
)
RETURN won, m.id AS id, m.region AS region, m.to AS to, m.subject AS subject, m.text AS text, m.html AS html,
       m.tries AS tries, COLLECT { MATCH (m)-[:ABOUT]->(p:Person) RETURN p.id }[0] AS about
