// Answers: what others see of the person whom this link is for, and what of it she confirmed; no row when the link is gone.
// No scope: the link says whom it is for, and in which region.
// $digest: string, SHA-256 of the link's token.
// Columns: region, region_name, person, name, phone, reachable, confirmed, workplaces
MATCH (l:CheckLink {digest: $digest})-[:FOR]->(p:Person)
WHERE l.done_at IS NULL AND l.expires_at > datetime()
MATCH (r:Region {code: l.region})
RETURN r.code AS region, r.name AS region_name, p.id AS person, p.name AS name, p.phone AS phone,
       p.reachable AS reachable,
       coalesce(p.verified_at >= l.created_at, false) AS confirmed, COLLECT {
         MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(r)
         // Who left today is still there for others today, and has no more to say about it.
         WHERE w.until IS NULL OR w.until > date()
         WITH o, w ORDER BY w.role, w.since
         WITH o, collect(w {.role, .days, .since}) AS positions,
              collect(coalesce(w.verified_at >= l.created_at, false)) AS confirmed
         ORDER BY o.name, o.id
         RETURN {id: o.id, name: o.name, positions: positions, confirmed: all(yes IN confirmed WHERE yes)}
       } AS workplaces
