// Answers: the numbers of a page of the closed cases that the viewer's organisations, the schools under her board or
// she herself were on, the latest first, and how many there are.
// $scope: map, the viewer's scope (region, person, organisations, governed).
// $page: integer, which page, from 0.
// $size: integer, how many a page has.
// Columns: numbers, total
CALL () {
  UNWIND $scope.organisations + $scope.governed AS id
  MATCH (:Organisation {id: id})<-[:FROM|TO]-(:Handover)<-[:STEP]-(r:Referral)
  RETURN r
  UNION
  MATCH (:Person {id: $scope.person})<-[:BY|FOR]-(:Handover)<-[:STEP]-(r:Referral)
  RETURN r
}
WITH DISTINCT r
WHERE r.closed IS NOT NULL AND EXISTS { (r)-[:IN_REGION]->(:Region {code: $scope.region}) }
WITH r ORDER BY r.closed DESC, r.number
WITH collect(r.number) AS numbers
RETURN numbers[$size * $page..$size * ($page + 1)] AS numbers, size(numbers) AS total
