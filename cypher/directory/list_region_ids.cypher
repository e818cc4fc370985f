// Answers: the ids of every organisation of the region and of everybody who works or worked there.
// $scope: map, the region (region).
// Columns: ids
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
OPTIONAL MATCH (o)<-[:WORKS_AT]-(p:Person)
WITH collect(DISTINCT o.id) AS organisations, collect(DISTINCT p.id) AS people
RETURN organisations + people AS ids
