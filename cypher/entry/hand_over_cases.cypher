// Answers: how many open cases that the viewer took on at the organisation have now been taken on by her successor.
// $scope: map, the viewer's scope (person): only her own cases.
// $departure: string, the id of the departure's record.
// Columns: cases
MATCH (u:EntryUndo {id: $departure})-[:BY]->(p:Person {id: $scope.person})
CALL (u) { MATCH (s:Person {id: u.successor}) RETURN s }
MATCH (p)<-[f:FOR]-(h:Handover)-[:TO]->(o:Organisation)
WHERE o.id = u.holder AND h.declined_at IS NULL
MATCH (r:Referral)-[step:STEP]->(h)
WHERE r.closed IS NULL AND NOT EXISTS { MATCH (r)-[later:STEP]->(:Handover) WHERE later.n > step.n }
DELETE f
CREATE (h)-[:FOR]->(s)
CREATE (u)-[:MOVED]->(h)
RETURN count(h) AS cases
