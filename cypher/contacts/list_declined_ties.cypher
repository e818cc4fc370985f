// Answers: whose ties with her the viewer declined, the latest first.
// $scope: map, the viewer's scope (person): only what she said herself.
// $tellable: list of strings, the visibilities of the ties that the one at the other end may be asked about.
// Columns: id, name, at
MATCH (me:Person {id: $scope.person})<-[told:CONTACT]-(ego:Person)
WHERE told.declined_at IS NOT NULL AND told.visibility IN $tellable
RETURN ego.id AS id, ego.name AS name, told.declined_at AS at
ORDER BY at DESC, id
