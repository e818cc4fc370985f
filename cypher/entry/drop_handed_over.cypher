// Answers: nothing; the successor loses the position and the wishes that came with the departure, not what she made of them.
// No scope: the departure was found as the viewer's own to hand over or to take back, in this same transaction.
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})
CALL (u) { MATCH (s:Person {id: u.successor}) RETURN s }
MATCH (s)-[t:WORKS_AT|CONTACT {departure: $departure}]->()
WHERE type(t) = 'WORKS_AT' OR t.state = 'desired' AND t.version IS NULL
DELETE t
