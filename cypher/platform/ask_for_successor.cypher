// Answers: nothing; asks the colleagues at the organisation that the viewer leaves for somebody who follows her.
// $scope: map, the viewer's scope (person, region).
// $departure: string, the id of the departure's record.
// $id: string, the id of the task.
// $subject: string, what the task is about, in a few words.
MATCH (u:EntryUndo {id: $departure})-[:BY]->(p:Person {id: $scope.person})
CALL (u) { MATCH (o:Organisation {id: u.holder}) RETURN o }
CREATE (t:Task {id: $id, region: $scope.region, kind: 'successor', subject: $subject, created_at: datetime()})
SET t.departure = $departure
CREATE (t)-[:ABOUT]->(o)
CREATE (t)-[:ABOUT]->(p)
CREATE (u)-[:MADE]->(t)
