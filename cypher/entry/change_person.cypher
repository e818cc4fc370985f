// Answers: nothing; the viewer's own name, phone and reachability get other values.
// $scope: map, the viewer's scope (person): only herself.
// $values: map (name, phone, reachable).
MATCH (p:Person {id: $scope.person})
SET p += $values, p.version = coalesce(p.version, 0) + 1
SET p.updated_at = datetime(), p.verified_at = datetime(), p.updated_by = $scope.person
