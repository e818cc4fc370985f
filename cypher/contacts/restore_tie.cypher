// Answers: the name at the other end of the tie that the viewer put back; no row when there is nothing to put back, or
// when she told of a tie there anew.
// $scope: map, the viewer's scope (person): only her own tie.
// $alter: string, the id of the person or organisation at the other end.
// Columns: name
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
MATCH (me)-[gone:REMOVED_CONTACT]->(alter {id: $alter})
WHERE NOT EXISTS { (me)-[:CONTACT]->(alter) }
CREATE (me)-[c:CONTACT]->(alter)
SET c = properties(gone), c.version = me.contacts_written
REMOVE c.removed_at
DELETE gone
RETURN alter.name AS name
