// Answers: nothing; the phone and website of an organisation where the viewer works now get other values.
// $scope: map, the viewer's scope (person, region).
// $organisation: string, the organisation's id.
// $values: map (phone, website).
MATCH (:Person {id: $scope.person})-[w:WORKS_AT]->(o:Organisation {id: $organisation})
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  AND EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
WITH DISTINCT o
SET o += $values, o.version = coalesce(o.version, 0) + 1
SET o.updated_at = datetime(), o.verified_at = datetime(), o.updated_by = $scope.person
