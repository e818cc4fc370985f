// Answers: who left an organisation of the region where the viewer works now, and was not succeeded; no row when the
// question is not the viewer's to answer, or was answered.
// $scope: map, the viewer's scope (person, region).
// $id: string, the task's id.
// Columns: id, subject, organisation, organisation_id, leaver_email, own_name, own_email
MATCH (p:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT p, o
MATCH (o)<-[:ABOUT]-(t:Task)-[:ABOUT]->(leaver:Person)
WHERE t.id = $id AND t.kind = 'successor' AND t.departure IS NOT NULL AND t.done_at IS NULL AND leaver <> p
RETURN t.id AS id, t.subject AS subject, o.name AS organisation, o.id AS organisation_id, leaver.email AS leaver_email,
       p.name AS own_name, p.email AS own_email
