// Answers: which values the entry that stays took over, because it had none; the other one is gone.
// No scope: the two were found in the viewer's region, in this same transaction.
// $id: string, the id of the merge.
// $own: list of strings, the values that are each entry's own and never taken over.
// Columns: filled
MATCH (m:Merge {id: $id})-[:GONE]->(e:MergedEntry)
CALL (m) {
  MATCH (g:Person|Organisation {id: m.gone})
  DETACH DELETE g
}
WITH m, e
MATCH (k:Person|Organisation {id: m.kept})
WITH m, e, k, [key IN keys(e) WHERE k[key] IS NULL AND NOT key IN $own] AS filled
SET m.filled = filled
FOREACH (key IN filled | SET k[key] = e[key])
RETURN filled
