// Answers: the state that the viewer's tie had, after it was given another; no row when she has no such tie.
// $scope: map, the viewer's scope (person): only her own tie.
// $alter: string, the id of the person or organisation at the other end.
// $state: string, present, desired or absent.
// Columns: before, visibility
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
MATCH (me)-[c:CONTACT]->(alter {id: $alter})
WITH me, c, alter, c.state AS before
SET c.state = $state, c.at = date(), c.version = me.contacts_written
WITH me, c, alter, before
CALL (me, alter) {
  WITH me, alter WHERE $state = 'present'
  MATCH (me)<-[told:CONTACT]-(alter)
  REMOVE told.declined_at
}
RETURN before, c.visibility AS visibility
