// Answers: what others see of the organisations of the region where the viewer works now.
// $scope: map, the viewer's scope (person, region).
// Columns: id, name, phone, website, verified_at, updated_at, updated_by
MATCH (:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT o
OPTIONAL MATCH (q:Person {id: o.updated_by})
RETURN o.id AS id, o.name AS name, o.phone AS phone, o.website AS website, o.verified_at AS verified_at,
       o.updated_at AS updated_at, q.name AS updated_by
ORDER BY name, id
