// Answers: nothing; what the successor took on and still has on hand is again of who left.
// No scope: the departure was found as the viewer's own to hand over or to take back, in this same transaction.
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})-[:LEAVER]->(p:Person)
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
