// Answers: on how much the missing links rest: the present ties the reader may know of, the day of the latest, and the
//   referrals.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: ties, latest, cases
OPTIONAL MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT p
OPTIONAL MATCH (p)-[c:CONTACT {state: 'present'}]->(:Person)
WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities
WITH count(c) AS ties, max(c.at) AS latest
RETURN ties, latest, COUNT { (:Region {code: $scope.region})<-[:IN_REGION]-(:Referral) } AS cases
