// Answers: the contacts that the viewer keeps to herself, for her own eyes: she chooses which of them go along.
// $scope: map, the viewer's scope (person): only her own.
// Columns: id, name
MATCH (p:Person {id: $scope.person})-[c:CONTACT]->(a)
WHERE c.state = 'present' AND c.visibility = 'private' AND c.declined_at IS NULL
RETURN DISTINCT a.id AS id, a.name AS name
ORDER BY name, id
