// Answers: somebody who works in the viewer's region, or is to begin there, with her positions there, past ones too,
//   and what she offers.
// $scope: map, the viewer's scope (region).
// $id: string, the person's id.
// Columns: id, name, email, phone, reachable, verified_at, updated_at, imported_at, positions, offers
MATCH (p:Person {id: $id})
WHERE EXISTS {
  MATCH (p)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE w.until IS NULL OR w.until >= date()
}
RETURN p.id AS id, p.name AS name, p.email AS email, p.phone AS phone, p.reachable AS reachable,
  p.verified_at AS verified_at, p.updated_at AS updated_at, p.imported_at AS imported_at,
  COLLECT {
    MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WITH o, w ORDER BY w.since DESC, o.name, w.role
    RETURN {id: o.id, organisation: o.name, role: w.role, since: w.since, until: w.until, days: w.days,
            when: CASE WHEN w.until < date() THEN 'past' WHEN w.since > date() THEN 'coming' ELSE 'now' END}
  } AS positions,
  COLLECT {
    MATCH (p)-[f:OFFERS]->(t:Theme)
    WITH f, t ORDER BY t.code
    RETURN f {.capacity, .waiting_days, .age_from, .age_to, .accepting, .updated_at, .verified_at, .imported_at, theme: t.code}
  } AS offers
