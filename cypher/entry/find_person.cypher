// Answers: what others see of the viewer herself.
// $scope: map, the viewer's scope (person).
// Columns: id, name, phone, reachable, verified_at, updated_at, updated_by
MATCH (p:Person {id: $scope.person})
OPTIONAL MATCH (q:Person {id: p.updated_by})
RETURN p.id AS id, p.name AS name, p.phone AS phone, p.reachable AS reachable, p.verified_at AS verified_at,
       p.updated_at AS updated_at, q.name AS updated_by
