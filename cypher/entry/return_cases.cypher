// Answers: nothing; what the successor took on and still has on hand is the viewer's again.
// $scope: map, the viewer's scope (person).
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})-[:BY]->(p:Person {id: $scope.person})
MATCH (u)-[:MOVED]->(h:Handover)<-[:STEP]-(r:Referral)
WITH u, p, h, r ORDER BY r.id
// Writing first takes the lock on the case, as every change of it does.
SET r.changed_at = datetime()
WITH u, p, h, r
MATCH (h)-[f:FOR]->(s:Person)
WHERE s.id = u.successor
SET r.version = coalesce(r.version, 0) + 1
DELETE f
CREATE (h)-[:FOR]->(p)
