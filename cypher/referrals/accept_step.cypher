// Answers: the place of the step that the viewer took on: from today she has the lead.
// $scope: map, the viewer's scope (region, person).
// $number: string, the number of the case.
// $n: integer, the place of the step.
// Columns: n
MATCH (r:Referral {id: $scope.region + '/' + $number})-[s:STEP {n: $n}]->(h:Handover)
SET h.accepted_at = date(), r.version = coalesce(r.version, 0) + 1
WITH s, h
MATCH (me:Person {id: $scope.person})
CREATE (h)-[:FOR]->(me)
RETURN s.n AS n
