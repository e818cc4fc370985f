// Answers: who is logged in with this account, where she works now, and her region's revision.
// No scope: this is the query that the scope is made from.
// $account: string, the account's id.
// $stamp: integer, the account's stamp when the session began; another stamp means that the session was ended.
// Columns: id, name, email, role, region, region_name, revision, person, organisations
MATCH (a:Account {id: $account})-[:OF]->(p:Person)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(r:Region)
WHERE a.closed_at IS NULL AND coalesce(a.stamp, 0) = $stamp AND (w.until IS NULL OR w.until >= date())
WITH a, p, r, collect(o.id) AS organisations
ORDER BY r.code
LIMIT 1
RETURN a.id AS id, p.name AS name, a.email AS email, a.role AS role, r.code AS region, r.name AS region_name,
       r.revision AS revision, p.id AS person, organisations
