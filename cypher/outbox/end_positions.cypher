// Answers: nothing; today is the person's last day at the organisation.
// $scope: map, the person's own scope (region, person).
// $organisation: string, the organisation's id.
MATCH (p:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation {id: $organisation})
WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) } AND (w.until IS NULL OR w.until > date())
SET w.until = date(), w.updated_at = datetime(), w.updated_by = $scope.person
