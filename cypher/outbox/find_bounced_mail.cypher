// Answers: the mail that a mail server says it could not deliver.
// No scope: a mail server reports, not somebody with a region.
// $id: string, the mail's id, which the report proved to know.
// Columns: id, region, subject, about
MATCH (m:Mail {id: $id})
RETURN m.id AS id, m.region AS region, m.subject AS subject,
       COLLECT { MATCH (m)-[:ABOUT]->(p:Person) RETURN p.id }[0] AS about
