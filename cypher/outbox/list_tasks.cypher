// Answers: what waits for people in the region, and what was done last, with whom and what each is about, and how many
// mails wait for a word to be sent again.
// $scope: map, the viewer's scope (region).
// $since: datetime, tasks done before this are left out.
// Columns: id, kind, subject, created_on, done, person, person_id, email, organisation, organisation_id, mails
MATCH (t:Task {region: $scope.region})
WHERE t.done_at IS NULL OR t.done_at >= $since
WITH t, COLLECT {
  MATCH (t)-[:ABOUT]->(p:Person)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  RETURN {name: p.name, email: p.email, organisation: o.name, organisation_id: o.id,
          id: CASE WHEN w.until IS NULL OR w.until >= date() THEN p.id END}
  ORDER BY w.until IS NULL DESC, w.until DESC, o.name LIMIT 1
}[0] AS person, COLLECT {
  MATCH (t)-[:ABOUT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  RETURN {name: o.name, id: o.id} LIMIT 1
}[0] AS organisation, COUNT {
  MATCH (t)-[:ABOUT]->(:Person)<-[:ABOUT]-(m:Mail {region: $scope.region})
  WHERE t.kind = 'mail_undelivered' AND t.done_at IS NULL AND m.failed_at IS NOT NULL AND m.text IS NOT NULL
} AS mails
RETURN t.id AS id, t.kind AS kind, t.subject AS subject, date(t.created_at) AS created_on, t.done_at IS NOT NULL AS done,
       person.name AS person, person.id AS person_id, person.email AS email,
       coalesce(organisation.name, person.organisation) AS organisation,
       coalesce(organisation.id, person.organisation_id) AS organisation_id, mails
ORDER BY done, CASE WHEN done THEN -t.done_at.epochMillis ELSE t.created_at.epochMillis END, id
