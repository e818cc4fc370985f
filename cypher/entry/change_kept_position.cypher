// Answers: nothing; somebody's position at an organisation of the keeper's region gets other values.
// $scope: map, the keeper's scope (person, region).
// $person: string, who has the position.
// $organisation: string, the organisation's id.
// $role: string, the role that it has.
// $since: date or null, the first day that it has.
// $values: map (role, days, since, until).
// $changed: boolean, whether a value differs from what was there; else they are only said to be right.
MATCH (p:Person {id: $person})-[w:WORKS_AT {role: $role}]->(o:Organisation {id: $organisation})
WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) } AND (w.until IS NULL OR w.until >= date())
  AND (w.since = $since OR (w.since IS NULL AND $since IS NULL))
SET w.verified_at = datetime()
WITH w WHERE $changed
SET w += $values, w.updated_at = datetime(), w.updated_by = $scope.person
