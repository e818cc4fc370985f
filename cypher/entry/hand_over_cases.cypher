// Answers: how many open cases that who leaves took on at the organisation have now been taken on by the successor.
// No scope: the departure was found as the viewer's own to hand over or to take back, in this same transaction.
// $departure: string, the id of the departure's record.
// Columns: cases
MATCH (u:EntryUndo {id: $departure})-[:LEAVER]->(p:Person)
CALL (u) { MATCH (s:Person {id: u.successor}) RETURN s }
MATCH (p)<-[f:FOR]-(h:Handover)-[:TO]->(o:Organisation)
WHERE o.id = u.holder AND h.declined_at IS NULL
MATCH (r:Referral)-[step:STEP]->(h)
WITH u, s, f, h, r, step ORDER BY r.id
// Writing first takes the lock, so that a case that a colleague changes at the same moment is read as she left it.
SET r.changed_at = datetime()
WITH u, s, f, h, r, step
WHERE r.closed IS NULL
  // On hand: asked of her and not answered, or hers until who was asked after her accepts.
  AND NOT EXISTS {
    MATCH (r)-[later:STEP]->(x:Handover)
    WHERE later.n > step.n AND (h.accepted_at IS NULL OR x.accepted_at IS NOT NULL)
  }
SET r.version = coalesce(r.version, 0) + 1
DELETE f
CREATE (h)-[:FOR]->(s)
CREATE (u)-[:MOVED]->(h)
RETURN count(h) AS cases
