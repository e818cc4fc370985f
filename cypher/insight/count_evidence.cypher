// Answers: on how much the missing links rest: the present ties the reader may know of, the day of the
//   latest, and the referrals.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: ties, latest, cases
CALL () {
  MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
  WHERE coalesce(w.until, date()) >= date()
  WITH DISTINCT p
  MATCH (p)-[c:CONTACT {state: 'present'}]->(:Person)
  WHERE c.visibility IN $scope.visibilities
  RETURN count(c) AS ties, max(c.at) AS latest
}
CALL () {
  MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)
  RETURN count(r) AS cases
}
RETURN ties, latest, cases
