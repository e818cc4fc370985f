// Answers: which ties the viewer took away in the last day and can still put back, the latest first.
// $scope: map, the viewer's scope (person): only her own.
// Columns: id, name
MATCH (me:Person {id: $scope.person})-[gone:REMOVED_CONTACT]->(alter)
WHERE gone.removed_at >= datetime() - duration('P1D') AND NOT EXISTS { (me)-[:CONTACT]->(alter) }
RETURN alter.id AS id, alter.name AS name
ORDER BY gone.removed_at DESC, id
