// Answers: the id of the agreement whose lock was taken, so that of two changes the second reads the first's.
// $scope: map, the viewer's scope (organisations).
// $id: string, the agreement's id.
// Columns: id
MATCH (a:Agreement {id: $id})
WHERE EXISTS { MATCH (a)-[:BETWEEN]->(o:Organisation) WHERE o.id IN $scope.organisations }
SET a.changed_at = datetime()
RETURN a.id AS id
