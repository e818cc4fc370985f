// Answers: the ties that only one end tells of, between organisations that worked on one or more of the same referrals.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: one, other, cases, ties
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
WITH parties[i] AS one, parties[j] AS other, count(r) AS cases
WITH one, collect({other: other, cases: cases}) AS shared, collect(other) AS others
CALL (one, others) {
  MATCH (one)<-[v:WORKS_AT]-(p:Person)-[c:CONTACT {state: 'present'}]-(q:Person)
  WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities AND coalesce(v.since, date()) <= date() <= coalesce(v.until, date())
  MATCH (q)-[w:WORKS_AT]->(other:Organisation)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND other IN others
  WITH DISTINCT other, c, startNode(c) AS ego, endNode(c) AS alter
  WHERE NOT EXISTS {
    (alter)-[d:CONTACT {state: 'present'}]->(ego) WHERE d.declined_at IS NULL AND d.visibility IN $scope.visibilities
  }
  RETURN other, collect({ego: ego.id, alter: alter.id}) AS ties
}
RETURN one.id AS one, other.id AS other, [pair IN shared WHERE pair.other = other | pair.cases][0] AS cases, ties
