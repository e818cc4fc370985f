// Answers: the organisations of the region.
// $scope: map, the viewer's scope (region).
// Columns: id, name, kind, municipality
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.municipality AS municipality
ORDER BY id
