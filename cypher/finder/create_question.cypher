// Answers: nothing; puts the viewer's question down.
// $scope: map, the viewer's scope (region, person).
// $question: map: id, theme, age, place.
// Columns: id
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock: of two questions at the same moment the second sees what the first was told.
SET me.asked_at = datetime()
CREATE (q:Question {region: $scope.region, at: datetime()})-[:ASKED_BY]->(me)
SET q += $question
RETURN q.id AS id
