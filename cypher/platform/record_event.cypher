// Answers: nothing; puts one audit event down, and leaves the region's revision as it is.
// $scope: map, the scope in which it was done (region).
// $event: map, the audit event (id, actor, action, subject, before, after).
CREATE (e:AuditEvent {region: $scope.region, at: datetime()}) SET e += $event
