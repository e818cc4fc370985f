// Answers: how many relationships of an entry were put by, with all its values, for when the merge is taken back.
// $scope: map, who merges (region, person).
// $id: string, the id of the merge.
// $kept: string, the id of the entry that stays.
// $gone: string, the id of the entry that goes.
// Columns: ties
MATCH (g:Person|Organisation {id: $gone})
CREATE (m:Merge {id: $id, at: datetime(), region: $scope.region, kept: $kept, gone: $gone, type: labels(g)[0]})
CREATE (m)-[:GONE]->(e:MergedEntry)
SET e = properties(g)
WITH g, m
MATCH (g)-[r]-(other)
WITH m, r, other, startNode(r) = g AS out
CREATE (m)-[:MOVED {type: type(r), out: out, made: false}]->(t:MergedTie)
SET t = properties(r)
CREATE (t)-[:OTHER]->(other)
RETURN count(*) AS ties
