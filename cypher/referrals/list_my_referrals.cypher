// Answers: the numbers of the cases that the viewer's organisations are or were on, or she herself; the latest first.
// $scope: map, the viewer's scope (region, person, organisations).
// $closed: boolean, the closed ones or the open ones.
// $skip: integer, how many to pass over.
// $limit: integer, how many at the most.
// Columns: number
CALL () {
  UNWIND $scope.organisations AS id
  MATCH (:Organisation {id: id})<-[:FROM|TO]-(:Handover)<-[:STEP]-(r:Referral)
  RETURN r
  UNION
  MATCH (:Person {id: $scope.person})<-[:BY|FOR]-(:Handover)<-[:STEP]-(r:Referral)
  RETURN r
}
WITH DISTINCT r
WHERE (r.closed IS NOT NULL) = $closed AND EXISTS { (r)-[:IN_REGION]->(:Region {code: $scope.region}) }
RETURN r.number AS number
ORDER BY coalesce(r.closed, r.opened) DESC, number
SKIP $skip LIMIT $limit
