// Answers: one organisation of the viewer's region, who works and who worked there, and what it offers.
// $scope: map, the viewer's scope (region).
// $id: string, the organisation's id.
// Columns: id, name, kind, place, municipality, postcode, phone, website, verified_at, updated_at, imported_at, people, offers
MATCH (o:Organisation {id: $id})
CALL (o) { MATCH (o)-[:IN_REGION]->(r:Region) WHERE r.code = $scope.region RETURN r }
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.place AS place, o.municipality AS municipality,
  o.postcode AS postcode, o.phone AS phone, o.website AS website, o.verified_at AS verified_at,
  o.updated_at AS updated_at, o.imported_at AS imported_at,
  COLLECT {
    MATCH (o)<-[w:WORKS_AT]-(p:Person)
    WITH p, w, r ORDER BY p.name, p.id, w.role, w.since
    RETURN {id: p.id, name: p.name, role: w.role, since: w.since, until: w.until,
            when: CASE WHEN w.until < date() THEN 'past' WHEN w.since > date() THEN 'coming' ELSE 'now' END,
            here: EXISTS {
              MATCH (p)-[v:WORKS_AT]->(:Organisation)-[:IN_REGION]->(r)
              WHERE v.until IS NULL OR v.until >= date()
            }}
  } AS people,
  COLLECT {
    MATCH (o)-[f:OFFERS]->(t:Theme)
    WITH f, t ORDER BY t.code
    RETURN f {.capacity, .waiting_days, .age_from, .age_to, .accepting, .updated_at, .verified_at, .imported_at, theme: t.code}
  } AS offers
