// Answers: as whom the person with this e-mail address looks when she comes in: her open account, and the workplace that
//   comes first: in the region where the account was opened, where she works most.
// No scope: asked by the command line, to make the scope from.
// $email: string, the person's e-mail address.
// Columns: role, home, region, person, organisation
MATCH (a:Account {email: $email})-[:OF]->(p:Person)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(r:Region)
WHERE a.closed_at IS NULL AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
RETURN a.role AS role, a.region AS home, r.code AS region, p.id AS person, o.id AS organisation
ORDER BY region = home DESC, coalesce(w.days, 0) DESC, w.since, organisation LIMIT 1
