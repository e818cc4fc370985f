// Answers: what the viewer handed over of somebody who left, in the last day, and may take back.
// $scope: map, the viewer's scope (person, region).
// $departure: string, the id of the record.
// Columns: organisation, successor
MATCH (u:EntryUndo {id: $departure})-[:BY]->(:Person {id: $scope.person})
WHERE u.what = 'succeeded' AND u.region = $scope.region AND u.at > datetime() - duration('P1D')
// Writing first takes the lock, so that of two at the same moment the second finds nothing.
SET u.tried_at = datetime()
WITH u
MATCH (u)-[:DONE]->(t:Task)
REMOVE t.done_at
RETURN u.holder AS organisation, u.successor AS successor
