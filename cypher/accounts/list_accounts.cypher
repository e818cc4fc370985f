// Answers: the accounts that were opened in the region, closed ones and those of people who have left too.
// $scope: map, the viewer's scope (region).
// Columns: id, name, email, role, organisations, works_here, has_password, closed_on
MATCH (a:Account {region: $scope.region})-[:OF]->(p:Person)
WITH a, p, COLLECT {
  MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  RETURN {organisation: o.name, now: w.until IS NULL OR w.until >= date()} ORDER BY o.name
} AS positions
RETURN a.id AS id, p.name AS name, a.email AS email, a.role AS role,
       reduce(names = [], position IN positions |
         CASE WHEN position.organisation IN names THEN names ELSE names + position.organisation END) AS organisations,
       any(position IN positions WHERE position.now) AS works_here,
       a.password_hash IS NOT NULL AS has_password, date(a.closed_at) AS closed_on
ORDER BY a.closed_at IS NOT NULL, name, id
