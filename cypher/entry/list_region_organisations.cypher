// Answers: the organisations of the keeper's region.
// $scope: map, the keeper's scope (region).
// Columns: id, name
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
RETURN o.id AS id, o.name AS name
ORDER BY o.name_key, id
