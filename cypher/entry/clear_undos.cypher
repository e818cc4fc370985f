// Answers: nothing; what the viewer could take back for a day, and did not, she can take back no more.
// $scope: map, the viewer's scope (person).
MATCH (u:EntryUndo)-[:BY]->(:Person {id: $scope.person})
WHERE u.at <= datetime() - duration('P1D')
OPTIONAL MATCH (u)-[:KEPT]->(was:EntryKept)
DETACH DELETE u, was
