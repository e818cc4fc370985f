// Answers: how many relationships the entry that stayed gave back, with every value that it had taken over.
// No scope: the merge was found in the viewer's region, in this same transaction.
// $id: string, the id of the merge.
// Columns: returned
MATCH (m:Merge {id: $id})-[:GONE]->(e:MergedEntry)
MATCH (k:Person|Organisation {id: m.kept})
FOREACH (key IN m.filled | SET k[key] = null)
WITH m, k
CALL (m, k) {
  MATCH (m)-[moved:MOVED {made: true}]->(t:MergedTie)-[:OTHER]->(other)
  CALL (k, moved, t, other) {
    MATCH (k)-[r]-(other)
    WHERE type(r) = moved.type AND (startNode(r) = k) = moved.out AND properties(r) = properties(t)
    WITH r LIMIT 1
    DELETE r
    RETURN count(*) AS deleted
  }
  RETURN sum(deleted) AS returned
}
RETURN returned
