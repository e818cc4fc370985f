// Answers: the referrals that two organisations both worked on, the latest first.
// $scope: map, the viewer's scope (region).
// $one: string, the id of an organisation.
// $other: string, the id of another.
// Columns: number, theme, opened, closed
MATCH (o:Organisation {id: $one})<-[:FROM|TO]-(:Handover)<-[:STEP]-(r:Referral)
WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
  AND EXISTS { (r)-[:IN_REGION]->(:Region {code: $scope.region}) }
  AND EXISTS { (r)-[:STEP]->(:Handover)-[:FROM|TO]->(:Organisation {id: $other}) }
RETURN DISTINCT r.number AS number, r.theme AS theme, r.opened AS opened, r.closed AS closed
ORDER BY opened DESC, number
