// Answers: how many removed contacts are gone for good, because the day in which each could be put back is over.
// No scope: what has expired is nobody's to see any more, in any region.
// $now: datetime, the clock of who wipes.
// Columns: wiped
MATCH (:Person)-[gone:REMOVED_CONTACT]->()
WHERE gone.removed_at < $now - duration('P1D')
DELETE gone
RETURN count(*) AS wiped
