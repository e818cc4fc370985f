// Answers: who left without a successor at the organisations of the region where the viewer works now.
// $scope: map, the viewer's scope (person, region).
// Columns: id, subject, organisation, may_succeed
MATCH (p:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT p, o
MATCH (o)<-[:ABOUT]-(t:Task)
WHERE t.kind = 'successor' AND t.done_at IS NULL AND NOT EXISTS { (t)-[:ABOUT]->(p) }
RETURN t.id AS id, t.subject AS subject, o.name AS organisation,
       t.departure IS NOT NULL AS may_succeed
ORDER BY t.created_at, id
