// Answers: nothing; the record of a departure that was taken back is gone, with the task and the new person it made.
// No scope: the departure was found as the viewer's own to hand over or to take back, in this same transaction.
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})
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
