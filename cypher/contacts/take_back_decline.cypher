// Answers: the name of who told of a tie that the viewer declined, after she took that back; no row when she had not.
// $scope: map, the viewer's scope (person): only what she said herself.
// $ego: string, the id of the person who told of the tie.
// $tellable: list of strings, the visibilities of the ties that the one at the other end may be asked about.
// Columns: name
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
MATCH (me)<-[told:CONTACT]-(ego:Person {id: $ego})
WHERE told.declined_at IS NOT NULL AND told.visibility IN $tellable
REMOVE told.declined_at
RETURN ego.name AS name
