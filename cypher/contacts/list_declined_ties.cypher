// Answers: whose ties with her the viewer declined, the latest first.
// $scope: map, the viewer's scope (person): only what she said herself.
// Columns: id, name, at
MATCH (me:Person {id: $scope.person})<-[told:CONTACT]-(ego:Person)
WHERE told.declined_at IS NOT NULL
RETURN ego.id AS id, ego.name AS name, told.declined_at AS at
ORDER BY at DESC, id
