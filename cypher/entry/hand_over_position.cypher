// Answers: nothing; the successor gets the position that was left, unless she holds one like it there.
// No scope: the departure was found as the viewer's own to hand over or to take back, in this same transaction.
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})-[:LEAVER]->(p:Person)
CALL (u) { MATCH (s:Person {id: u.successor}) RETURN s }
MATCH (p)-[left:WORKS_AT {departure: u.position}]->(o:Organisation)
WHERE NOT EXISTS {
  MATCH (s)-[w:WORKS_AT]->(o)
  WHERE w.role = left.role AND (w.until IS NULL OR w.until >= date())
}
CREATE (s)-[:WORKS_AT {role: left.role, since: left.until + duration('P1D'), departure: $departure}]->(o)
