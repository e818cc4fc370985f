// Answers: the themes, and the organisations of the region, that a case can be about and go to; `mine` are the viewer's.
// $scope: map, the viewer's scope (region, organisations).
// Columns: themes, organisations, mine
MATCH (region:Region {code: $scope.region})
WITH region, COLLECT {
  MATCH (region)<-[:IN_REGION]-(o:Organisation)
  RETURN o {.id, .name, .kind} ORDER BY o.name, o.id
} AS organisations
RETURN COLLECT { MATCH (t:Theme) RETURN t {.code, .name} ORDER BY t.name } AS themes,
  organisations, [o IN organisations WHERE o.id IN $scope.organisations] AS mine
