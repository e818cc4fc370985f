// Answers: the name at the other end of the tie that the viewer took away; it can be put back for a day, what was taken
// away before that is gone for good. No row when she has no such tie.
// $scope: map, the viewer's scope (person): only her own tie.
// $alter: string, the id of the person or organisation at the other end.
// Columns: name
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
MATCH (me)-[c:CONTACT]->(alter {id: $alter})
CALL (me, alter) {
  MATCH (me)-[old:REMOVED_CONTACT]->(other)
  WHERE other = alter OR old.removed_at < datetime() - duration('P1D')
  DELETE old
}
CREATE (me)-[gone:REMOVED_CONTACT]->(alter)
SET gone = properties(c), gone.removed_at = datetime()
DELETE c
RETURN alter.name AS name
