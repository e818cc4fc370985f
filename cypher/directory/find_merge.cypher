// Answers: what stands in the way of taking a merge back: values and relationships that are no longer as it left them.
// $scope: map, the viewer's scope (region).
// $id: string, the id of the merge.
// Columns: kept, gone, changed, missing
MATCH (m:Merge {id: $id})
WHERE m.region = $scope.region
MATCH (m)-[:GONE]->(e:MergedEntry)
OPTIONAL MATCH (k:Person|Organisation {id: m.kept})
RETURN m.kept AS kept, m.gone AS gone,
  k IS NULL OR any(key IN m.filled WHERE k[key] IS NULL OR k[key] <> e[key]) AS changed,
  COUNT {
    MATCH (m)-[moved:MOVED]->(t:MergedTie)
    WHERE NOT EXISTS { (t)-[:OTHER]->() } OR (moved.made AND NOT EXISTS {
      MATCH (t)-[:OTHER]->(other)-[r]-(k)
      WHERE type(r) = moved.type AND (startNode(r) = k) = moved.out AND properties(r) = properties(t)
    })
  } AS missing
