// Answers: whose ties with her the viewer declined, the latest first.
// $scope: map, the viewer's scope (person): only what she said herself.
// Columns: id, name, at
MATCH (me:Person {id: $scope.person})-[d:DECLINED]->(ego:Person)
RETURN ego.id AS id, ego.name AS name, d.at AS at
ORDER BY at DESC, id
