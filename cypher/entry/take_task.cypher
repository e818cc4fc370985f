// Answers: the organisation whose question for a successor the viewer answers; it is done with, and the record by which
// she may take that back is made. No row when it is not hers to answer, or was done.
// $scope: map, the viewer's scope (person, region).
// $id: string, the task's id.
// $departure: string, the id of the new record.
// Columns: organisation
MATCH (p:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT p, o
MATCH (o)<-[:ABOUT]-(t:Task)-[:ABOUT]->(leaver:Person)
WHERE t.id = $id AND t.kind = 'successor' AND t.departure IS NOT NULL AND leaver <> p
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET t.tried_at = datetime()
WITH p, o, t, leaver WHERE t.done_at IS NULL
SET t.done_at = datetime()
CREATE (u:EntryUndo {id: $departure, region: $scope.region, at: datetime(), what: 'succeeded', holder: o.id})
SET u.title = o.name, u.name = leaver.name, u.position = t.departure
CREATE (u)-[:BY]->(p)
CREATE (u)-[:LEAVER]->(leaver)
CREATE (u)-[:DONE]->(t)
RETURN o.id AS organisation
