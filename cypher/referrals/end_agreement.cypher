// Answers: the id of the agreement that ended and is gone; the audit trail keeps what it said.
// $scope: map, the viewer's scope (organisations).
// $id: string, the agreement's id.
// Columns: id
MATCH (a:Agreement {id: $id})
WHERE EXISTS { MATCH (a)-[:BETWEEN]->(o:Organisation) WHERE o.id IN $scope.organisations }
DETACH DELETE a
RETURN $id AS id
