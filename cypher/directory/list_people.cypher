// Answers: everybody who works or worked in the region, with the organisations there: to look for doubles among.
// $scope: map, the viewer's scope (region).
// Columns: id, name, organisations
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)<-[:WORKS_AT]-(p:Person)
RETURN p.id AS id, p.name AS name, collect(DISTINCT o.name) AS organisations
ORDER BY name, id
