// Answers: what was changed in the region, the latest first: one page, from just before a moment.
// $scope: map, the viewer's scope (region).
// $before: datetime, events from before this moment.
// $action: string, only what begins with this; empty for all.
// $most: integer, how many events at the most.
// Columns: at, actor, action, subject, before, after
MATCH (e:AuditEvent)
WHERE e.region = $scope.region AND e.at < $before AND e.action STARTS WITH $action
WITH e ORDER BY e.at DESC LIMIT $most
OPTIONAL MATCH (p:Person {id: e.actor})
RETURN e.at AS at, p.name AS actor, e.action AS action, e.subject AS subject, e.before AS before, e.after AS after
ORDER BY at DESC
