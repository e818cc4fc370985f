// Answers: in which region the person with this e-mail address works now; where she has an account, if she has one.
// No scope: asked by the command line, for who runs the installation.
// $email: string, the person's e-mail address.
// Columns: region
MATCH (p:Person {email: $email})-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(r:Region)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
RETURN r.code AS region
ORDER BY EXISTS { (p)<-[:OF]-(:Account {region: r.code}) } DESC, region
LIMIT 1
