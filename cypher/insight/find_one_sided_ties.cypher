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
WITH one, collect({other: other, cases: cases}) AS shared
CALL (one) {
  MATCH (one)<-[v:WORKS_AT]-(p:Person)-[c:CONTACT {state: 'present'}]-(q:Person)-[w:WORKS_AT]->(other:Organisation)
  WHERE c.visibility IN $scope.visibilities
    AND coalesce(v.until, date()) >= date()
    AND coalesce(w.until, date()) >= date()
    AND COUNT { (p)-[:CONTACT {state: 'present'}]-(q) } = 1
  WITH DISTINCT other, c
  RETURN other, collect({ego: startNode(c).id, alter: endNode(c).id}) AS ties
}
WITH one, other, ties, [pair IN shared WHERE pair.other = other | pair.cases] AS cases
WHERE size(cases) = 1
RETURN one.id AS one, other.id AS other, cases[0] AS cases, ties
