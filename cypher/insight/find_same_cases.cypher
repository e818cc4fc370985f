// Answers: which organisations worked on two or more of the same referrals while nobody of one has a present tie with
//   somebody of the other that the reader may know of.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: one, other, cases
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
WITH collect(o) AS organisations
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)
CALL (r, organisations) {
  MATCH (r)-[:STEP]->(:Handover)-[:FROM|TO]->(o:Organisation)
  WHERE o IN organisations
  WITH DISTINCT o ORDER BY o.id
  RETURN collect(o) AS parties
}
UNWIND range(0, size(parties) - 2) AS i
UNWIND range(i + 1, size(parties) - 1) AS j
WITH parties[i] AS one, parties[j] AS other, collect(r) AS cases
WHERE size(cases) >= 2
WITH one, collect({other: other, cases: cases}) AS shared
CALL (one) {
  MATCH (one)<-[v:WORKS_AT WHERE coalesce(v.since, date()) <= date() <= coalesce(v.until, date())]-{0,1}(p)
        -[c:CONTACT WHERE c.state = 'present' AND c.declined_at IS NULL AND c.visibility IN $scope.visibilities]-{0,1}(q)
  WITH DISTINCT q
  MATCH (q)-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]->{0,1}(known:Organisation)
  RETURN collect(DISTINCT known) AS circle
}
UNWIND shared AS pair
WITH one, circle, pair
WHERE NOT pair.other IN circle
RETURN one.id AS one, pair.other.id AS other, COLLECT {
  UNWIND pair.cases AS r
  WITH r ORDER BY r.opened, r.number
  RETURN r {.number, .theme, .opened, .closed, people: COLLECT {
    MATCH (r)-[:STEP]->(:Handover)-[:BY|FOR]->(p:Person)
    WHERE EXISTS { (p)-[w:WORKS_AT]->(o) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND (o = one OR o = pair.other) }
    RETURN DISTINCT p.id
  }}
} AS cases
