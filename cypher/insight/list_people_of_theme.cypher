// Answers: who worked on a referral of a theme: handed it over, or took it on.
// $scope: map, the viewer's scope (region).
// $theme: string, the theme's code.
// Columns: people
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)
WHERE r.theme = $theme
MATCH (r)-[:STEP]->(:Handover)-[:BY|FOR]->(p:Person)
RETURN collect(DISTINCT p.id) AS people
