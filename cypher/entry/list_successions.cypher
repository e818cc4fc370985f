// Answers: by which records colleagues handed over what the viewer left behind with this departure.
// No scope: the departure was found as the viewer's own, in this same transaction.
// $departure: string, the id of the departure's record.
// Columns: id, successor
MATCH (:EntryUndo {id: $departure})-[:MADE]->(t:Task)
// Writing first takes the lock: a colleague who names a successor at this moment is waited for.
SET t.tried_at = datetime()
WITH t
MATCH (u:EntryUndo)-[:DONE]->(t)
RETURN u.id AS id, u.successor AS successor
