// Answers: how many records by which a change of an entry could be taken back are gone, because their day is over.
// No scope: what has expired is nobody's to see any more, in any region.
// $now: datetime, the clock of who wipes.
// Columns: wiped
MATCH (u:EntryUndo)
WHERE u.at <= $now - duration('P1D')
OPTIONAL MATCH (u)-[:KEPT]->(was:EntryKept)
DETACH DELETE u, was
RETURN count(DISTINCT u) AS wiped
