// Answers: the id of the agreement that was made; no row when an organisation is not in the region or none is the viewer's.
// $scope: map, the viewer's scope (region, organisations).
// $id: string, the id for it.
// $mine: string, the id of one of the viewer's organisations.
// $other: string, the id of the other.
// Columns: id
MATCH (mine:Organisation {id: $mine})
WHERE $mine IN $scope.organisations AND $mine <> $other
CALL (mine) { MATCH (mine)-[:IN_REGION]->(region:Region) WHERE region.code = $scope.region RETURN region }
CALL (region) { MATCH (other:Organisation {id: $other}) WHERE EXISTS { (other)-[:IN_REGION]->(region) } RETURN other }
CREATE (a:Agreement {id: $id, version: 0})
CREATE (mine)<-[:BETWEEN]-(a)-[:BETWEEN]->(other)
RETURN a.id AS id
