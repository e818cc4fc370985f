// Answers: the task about a colleague's succession that was done with; no row when it is not the viewer's, or done.
// $scope: map, the viewer's scope (person, region).
// $id: string, the task's id.
// Columns: id
MATCH (p:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT p, o
MATCH (o)<-[:ABOUT]-(t:Task)
WHERE t.id = $id AND t.kind = 'successor' AND t.done_at IS NULL AND NOT EXISTS { (t)-[:ABOUT]->(p) }
SET t.done_at = datetime()
RETURN t.id AS id
