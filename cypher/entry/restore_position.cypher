// Answers: the organisation that the viewer left and is back at, the position as it was; no row when there is no way back.
// $scope: map, the viewer's scope (person, region).
// $departure: string, the id of the departure's record.
// Columns: organisation, successor
MATCH (u:EntryUndo {id: $departure})-[:BY]->(p:Person {id: $scope.person})
WHERE u.what = 'left' AND u.region = $scope.region AND u.at > datetime() - duration('P1D')
MATCH (u)-[:KEPT]->(was:EntryKept)
MATCH (p)-[w:WORKS_AT {departure: $departure}]->(o:Organisation)
SET w = properties(was)
RETURN o.id AS organisation, u.successor AS successor
