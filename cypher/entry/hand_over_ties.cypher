// Answers: how many contacts the successor has still to make the acquaintance of; those she has herself stay as they are.
// No scope: the departure was found as the viewer's own to hand over or to take back, in this same transaction.
// $departure: string, the id of the departure's record.
// $private: list of ids, of those whom she who leaves kept to herself and hands over all the same.
// Columns: ties
MATCH (u:EntryUndo {id: $departure})-[:LEAVER]->(p:Person)
CALL (u) { MATCH (s:Person {id: u.successor}) RETURN s }
MATCH (p)-[c:CONTACT]->(a)
WHERE c.state = 'present' AND (c.visibility IN ['shared', 'introductions'] OR a.id IN $private)
  AND a <> s AND NOT EXISTS { (s)-[:CONTACT]->(a) } AND c.declined_at IS NULL
  AND (EXISTS { (a)-[:IN_REGION]->(:Region {code: u.region}) } OR EXISTS {
    MATCH (a)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: u.region})
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  })
WITH p, s, a, head(collect(c.visibility)) AS visibility
CREATE (s)-[t:CONTACT {state: 'desired', visibility: visibility, at: date()}]->(a)
SET t.handed_over_from = p.id, t.departure = $departure
RETURN count(t) AS ties
