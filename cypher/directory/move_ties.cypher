// Answers: how many relationships the entry that stays got from the other; none to itself, none that it has already.
// No scope: the two were found in the viewer's region, in this same transaction.
// $id: string, the id of the merge.
// Columns: moved
MATCH (m:Merge {id: $id})
MATCH (k:Person|Organisation {id: m.kept})
MATCH (m)-[moved:MOVED]->(t:MergedTie)-[:OTHER]->(other)
WHERE other <> k AND NOT EXISTS {
  MATCH (k)-[same]-(other)
  WHERE type(same) = moved.type AND (startNode(same) = k) = moved.out
    // Two positions at one organisation are two, unless it is the same one twice.
    AND (moved.type <> 'WORKS_AT' OR (same.role = t.role AND coalesce(same.since = t.since, same.since IS NULL AND t.since IS NULL)))
}
  // Somebody has one account; a closed one of the other stays behind, for when the merge is taken back.
  AND NOT (moved.type = 'OF' AND EXISTS { (k)<-[:OF]-(:Account) })
WITH k, moved, t, other, properties(t) AS values
SET moved.made = true
// The type is that of a relationship which was there, never a text from outside.
FOREACH (_ IN CASE WHEN moved.out THEN [1] ELSE [] END | CREATE (k)-[r:$(moved.type)]->(other) SET r = values)
FOREACH (_ IN CASE WHEN moved.out THEN [] ELSE [1] END | CREATE (k)<-[r:$(moved.type)]-(other) SET r = values)
RETURN count(*) AS moved
