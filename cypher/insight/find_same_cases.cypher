// Answers: which organisations worked on two or more of the same referrals while nobody of one has a present tie with
//   somebody of the other. A private tie is a tie: its pair is left out, and nothing of it is told.
// $scope: map, the viewer's scope (region).
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
WITH r, parties ORDER BY r.opened, r.number
WITH parties, r {.number, .theme, .opened, .closed, people: COLLECT {
  MATCH (r)-[:STEP]->(:Handover)-[:BY|FOR]->(p:Person)
  WHERE EXISTS { (p)-[w:WORKS_AT]->(o) WHERE coalesce(w.until, date()) >= date() AND o IN parties }
  RETURN DISTINCT p.id
}} AS handled
UNWIND range(0, size(parties) - 2) AS i
UNWIND range(i + 1, size(parties) - 1) AS j
WITH parties[i] AS one, parties[j] AS other, collect(handled) AS cases
WHERE size(cases) >= 2
WITH one, collect({other: other, cases: cases}) AS shared
CALL (one) {
  MATCH (one)<-[v:WORKS_AT WHERE coalesce(v.until, date()) >= date()]-{0,1}(p)
        -[:CONTACT {state: 'present'}]-{0,1}(q)
        -[w:WORKS_AT WHERE coalesce(w.until, date()) >= date()]->{0,1}(known:Organisation)
  RETURN collect(DISTINCT known) AS circle
}
UNWIND shared AS pair
WITH one, circle, pair
WHERE NOT pair.other IN circle
RETURN one.id AS one, pair.other.id AS other, pair.cases AS cases
