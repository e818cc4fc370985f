// Answers: for whom the viewer's new ties are; private when she never said.
// $scope: map, the viewer's scope (person).
// Columns: visibility
MATCH (me:Person {id: $scope.person})
RETURN coalesce(me.visibility_default, 'private') AS visibility
