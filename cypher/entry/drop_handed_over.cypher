// Answers: nothing; the successor loses the position and the wishes that came with the departure, not what she made of them.
// $scope: map, the viewer's scope (person).
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})-[:BY]->(:Person {id: $scope.person})
CALL (u) { MATCH (s:Person {id: u.successor}) RETURN s }
MATCH (s)-[t:WORKS_AT|CONTACT {departure: $departure}]->()
WHERE type(t) = 'WORKS_AT' OR t.state = 'desired'
DELETE t
