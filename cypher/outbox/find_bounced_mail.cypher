// Answers: the mail that a mail server says it could not deliver: by its id, else the last one sent to the address.
// No scope: a mail server reports, not somebody with a region.
// $id: string, the id in the returned mail's Message-ID; empty where it was not returned.
// $to: string, the address that the report is about.
// $since: datetime, mails sent before this are not reported on any more.
// Columns: id, region, subject, about
CALL () {
  MATCH (m:Mail {id: $id})
  RETURN m, 0 AS place
  UNION
  MATCH (m:Mail {to: $to})
  WHERE m.sent_at >= $since
  RETURN m, 1 AS place
}
WITH m ORDER BY place, m.sent_at DESC LIMIT 1
RETURN m.id AS id, m.region AS region, m.subject AS subject,
       COLLECT { MATCH (m)-[:ABOUT]->(p:Person) RETURN p.id }[0] AS about
