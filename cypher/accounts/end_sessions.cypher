// Answers: nothing; ends every session of the viewer's own account.
// $scope: map, the viewer's scope (person).
MATCH (a:Account)-[:OF]->(:Person {id: $scope.person})
SET a.stamp = coalesce(a.stamp, 0) + 1
