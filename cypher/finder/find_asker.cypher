// Answers: as whom to look for the person with this e-mail address: her open account, region and organisations.
// No scope: asked by the command line, to make the scope from.
// $email: string, the person's e-mail address.
// Columns: role, region, person, organisations
MATCH (a:Account {email: $email})-[:OF]->(p:Person)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(r:Region)
WHERE a.closed_at IS NULL AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH a, p, r, collect(o.id) AS organisations
ORDER BY r.code LIMIT 1
RETURN a.role AS role, r.code AS region, p.id AS person, organisations
