// Answers: the last merges in the region that can be taken back, the newest first.
// $scope: map, the viewer's scope (region).
// $most: integer, how many at the most.
// Columns: id, at, name, gone_name
MATCH (m:Merge)
WHERE m.region = $scope.region AND m.at IS NOT NULL
WITH m ORDER BY m.at DESC, m.id LIMIT $most
MATCH (m)-[:GONE]->(e:MergedEntry)
OPTIONAL MATCH (k:Person|Organisation {id: m.kept})
RETURN m.id AS id, m.at AS at, coalesce(k.name, '') AS name, e.name AS gone_name
ORDER BY at DESC, id
