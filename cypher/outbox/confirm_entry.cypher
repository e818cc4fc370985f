// Answers: nothing; the person said that these lines of her entry are right today.
// $scope: map, the person's own scope (region, person).
// $herself: boolean, her name and phone number are right.
// $organisations: list of strings, the ids of the organisations where her positions are right.
MATCH (p:Person {id: $scope.person})
FOREACH (_ IN CASE WHEN $herself THEN [1] ELSE [] END | SET p.verified_at = datetime())
WITH p
MATCH (p)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
WHERE o.id IN $organisations AND (w.until IS NULL OR w.until > date())
SET w.verified_at = datetime()
