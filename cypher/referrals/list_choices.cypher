// Answers: the organisations of the region that a case can go to; `mine` are the viewer's.
// $scope: map, the viewer's scope (region, organisations).
// Columns: organisations, mine
MATCH (region:Region {code: $scope.region})
WITH region, COLLECT {
  MATCH (region)<-[:IN_REGION]-(o:Organisation)
  RETURN o {.id, .name, .kind} ORDER BY o.name, o.id
} AS organisations
RETURN organisations, [o IN organisations WHERE o.id IN $scope.organisations] AS mine
