// Answers: nothing; what the successor took on and still has on hand is the viewer's again.
// $scope: map, the viewer's scope (person).
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})-[:BY]->(p:Person {id: $scope.person})
MATCH (u)-[:MOVED]->(h:Handover)-[f:FOR]->(s:Person)
WHERE s.id = u.successor
DELETE f
CREATE (h)-[:FOR]->(p)
