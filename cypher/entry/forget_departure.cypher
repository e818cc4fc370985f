// Answers: nothing; the record of a departure that was taken back is gone, with the task and the new person it made.
// $scope: map, the viewer's scope (person).
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})-[:BY]->(:Person {id: $scope.person})
CALL (u) {
  MATCH (u)-[:MADE]->(t:Task)
  DETACH DELETE t
}
CALL (u) {
  MATCH (u)-[:MADE]->(s:Person)
  // Whoever got an account or a tie of her own meanwhile stays.
  WHERE COUNT { (s)--() } = 1
  DETACH DELETE s
}
CALL (u) {
  MATCH (u)-[:KEPT]->(was:EntryKept)
  DETACH DELETE was
}
DETACH DELETE u
