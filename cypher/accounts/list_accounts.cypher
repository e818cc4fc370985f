// Answers: the accounts of the region's people, closed ones and those of people who have left too.
// $scope: map, the viewer's scope (region).
// Columns: id, name, email, role, organisations, works_here, has_password, closed_on
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)<-[w:WORKS_AT]-(p:Person)
WITH p, w.until IS NULL OR w.until >= date() AS works_now, o.name AS organisation
ORDER BY organisation
WITH p, collect(DISTINCT organisation) AS organisations, any(now IN collect(works_now) WHERE now) AS works_here
MATCH (p)<-[:OF]-(a:Account)
RETURN a.id AS id, p.name AS name, a.email AS email, a.role AS role, organisations, works_here,
       a.password_hash IS NOT NULL AS has_password, date(a.closed_at) AS closed_on
ORDER BY a.closed_at IS NOT NULL, name, id
