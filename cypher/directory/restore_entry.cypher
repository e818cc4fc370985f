// Answers: how many relationships the entry that was gone has again; what was put by for it is cleared away.
// No scope: the merge was found in the viewer's region, in this same transaction.
// $id: string, the id of the merge.
// Columns: ties
MATCH (m:Merge {id: $id})-[:GONE]->(e:MergedEntry)
CREATE (g:$(m.type))
SET g = properties(e)
WITH m, e, g
CALL (m, g) {
  MATCH (m)-[moved:MOVED]->(t:MergedTie)-[:OTHER]->(other)
  WITH g, moved, t, other, properties(t) AS values
  FOREACH (_ IN CASE WHEN moved.out THEN [1] ELSE [] END | CREATE (g)-[r:$(moved.type)]->(other) SET r = values)
  FOREACH (_ IN CASE WHEN moved.out THEN [] ELSE [1] END | CREATE (g)<-[r:$(moved.type)]-(other) SET r = values)
  DETACH DELETE t
  RETURN count(*) AS ties
}
DETACH DELETE m, e
RETURN ties
