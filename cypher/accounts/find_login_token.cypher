// Answers: as whom somebody with this one-time link may come in; no row when it was used, has expired or never was.
// No scope: nobody is known yet.
// $digest: string, SHA-256 of the link's token.
// Columns: name, email, role, home, region, region_name
MATCH (t:LoginToken {digest: $digest})-[:FOR]->(a:Account)-[:OF]->(p:Person)
WHERE t.used_at IS NULL AND t.expires_at > datetime() AND a.closed_at IS NULL
MATCH (p)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(r:Region)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
RETURN p.name AS name, a.email AS email, a.role AS role, a.region AS home, r.code AS region, r.name AS region_name
ORDER BY region = home DESC, region
LIMIT 1
