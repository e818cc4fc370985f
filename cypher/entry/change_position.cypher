// Answers: nothing; a position of the viewer gets other values.
// $scope: map, the viewer's scope (person): only her own.
// $organisation: string, the organisation's id.
// $role: string, the role that it has.
// $since: date or null, the first day that it has.
// $values: map (role, days, since).
MATCH (p:Person {id: $scope.person})
CALL (p) {
  MATCH (p)-[w:WORKS_AT {role: $role}]->(o:Organisation)
  WHERE o.id = $organisation AND (w.until IS NULL OR w.until >= date())
    AND (w.since = $since OR (w.since IS NULL AND $since IS NULL))
  SET w += $values, w.updated_at = datetime(), w.verified_at = datetime(), w.updated_by = $scope.person
}
