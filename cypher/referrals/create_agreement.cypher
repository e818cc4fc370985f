// Answers: the id of the agreement that was made, or that says the same already; no row when an organisation is not in the
//   region or none is the viewer's.
// $scope: map, the viewer's scope (region, organisations).
// $id: string, the id for it.
// $mine: string, the id of one of the viewer's organisations.
// $other: string, the id of the other.
// $subject: string, what is agreed.
// Columns: id
MATCH (mine:Organisation {id: $mine})
WHERE $mine IN $scope.organisations AND $mine <> $other
CALL (mine) { MATCH (mine)-[:IN_REGION]->(region:Region) WHERE region.code = $scope.region RETURN region }
CALL (region) { MATCH (other:Organisation {id: $other}) WHERE EXISTS { (other)-[:IN_REGION]->(region) } RETURN other }
// Writing takes the lock, so that of two at the same moment the second finds what the first made.
SET mine.locked = true
REMOVE mine.locked
WITH mine, other, COLLECT {
  MATCH (mine)<-[:BETWEEN]-(old:Agreement {subject: $subject})-[:BETWEEN]->(other) RETURN old.id
}[0] AS there
FOREACH (_ IN CASE WHEN there IS NULL THEN [1] ELSE [] END |
  CREATE (mine)<-[:BETWEEN]-(:Agreement {id: $id, version: 0})-[:BETWEEN]->(other)
)
RETURN coalesce(there, $id) AS id
