// Answers: nothing; puts one audit event down and raises the region's revision. Runs last in its transaction.
// $scope: map, the scope in which the change was made (region).
// $event: map, the audit event (id, actor, action, subject, before, after).
// Columns: revision
CREATE (e:AuditEvent {region: $scope.region, at: datetime()}) SET e += $event
WITH e
MATCH (r:Region {code: $scope.region})
SET r.revision = r.revision + 1
RETURN r.revision AS revision
