// Answers: the positions that the viewer holds in the region now.
// $scope: map, the viewer's scope (person, region).
// Columns: person, name, organisation, organisation_name, role, days, since, until, verified_at, updated_at, updated_by
MATCH (p:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
WHERE w.until IS NULL OR w.until >= date()
OPTIONAL MATCH (q:Person {id: w.updated_by})
RETURN p.id AS person, p.name AS name, o.id AS organisation, o.name AS organisation_name, w.role AS role,
       w.days AS days, w.since AS since, w.until AS until, w.verified_at AS verified_at, w.updated_at AS updated_at,
       q.name AS updated_by
ORDER BY organisation_name, organisation, role, since
