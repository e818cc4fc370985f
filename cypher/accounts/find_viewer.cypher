// Answers: who is logged in with this account and where she works now, with each region's revision; first the
//   organisation that she chose to look as, else one of the region where the account was opened, where she works most.
//   With a school board come the schools of that region under it.
// No scope: this is the query that the scope is made from.
// $account: string, the account's id.
// $stamp: integer, the account's stamp when the session began; another stamp means that the session was ended.
// $organisation: string, the id of the organisation that she chose; null when she chose none.
// Columns: id, name, email, role, home, person, workplaces
MATCH (a:Account {id: $account})-[:OF]->(p:Person)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(r:Region)
WHERE a.closed_at IS NULL AND coalesce(a.stamp, 0) = $stamp
  AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH a, p, o, r, w
ORDER BY o.id = $organisation DESC, r.code = a.region DESC, coalesce(w.days, 0) DESC, w.since, o.id
WITH a, p, collect(DISTINCT {
  organisation: o.id, name: o.name, region: r.code, region_name: r.name, revision: r.revision,
  governed: COLLECT { MATCH (s:Organisation)-[:GOVERNED_BY]->(o) WHERE EXISTS { (s)-[:IN_REGION]->(r) } RETURN s.id }
}) AS workplaces
RETURN a.id AS id, p.name AS name, a.email AS email, a.role AS role, a.region AS home, p.id AS person, workplaces
