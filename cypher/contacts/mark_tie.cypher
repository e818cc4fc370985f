// Answers: the name at the other end of the viewer's tie that was given another state; no row when she has no such tie.
// $scope: map, the viewer's scope (person): only her own tie.
// $alter: string, the id of the person or organisation at the other end.
// $state: string, present, desired or absent.
// Columns: name
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
MATCH (me)-[c:CONTACT]->(alter {id: $alter})
SET c.state = $state, c.at = date(), c.version = me.contacts_written
WITH me, alter
CALL (me, alter) {
  WITH me, alter WHERE $state = 'present'
  MATCH (me)<-[told:CONTACT]-(alter)
  REMOVE told.declined_at
}
RETURN alter.name AS name
