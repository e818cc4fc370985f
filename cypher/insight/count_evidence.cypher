// Answers: on how much the missing links rest: the present ties between people of the region that the reader may know
//   of, the day of the latest present tie that one of them told of, and the referrals.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: ties, latest, cases
OPTIONAL MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT p
OPTIONAL MATCH (p)-[c:CONTACT {state: 'present'}]->(alter)
WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities
WITH max(c.at) AS latest, count(CASE WHEN alter:Person AND EXISTS {
  MATCH (alter)-[v:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(v.since, date()) <= date() <= coalesce(v.until, date())
} THEN 1 END) AS ties
RETURN ties, latest, COUNT { (:Region {code: $scope.region})<-[:IN_REGION]-(:Referral) } AS cases
