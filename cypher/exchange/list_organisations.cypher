// Answers: every organisation of the region, as a file may point at it.
// $scope: map, the region that is imported into (region).
// Columns: id, kind, name, site, number
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
RETURN o.id AS id, o.kind AS kind, o.name AS name, o.brin + o.branch AS site, o.number AS number
ORDER BY id
