// Answers: for whom the viewer's new ties were, after she chose; and how many of her ties were changed with it.
// $scope: map, the viewer's scope (person).
// $visibility: string, private, introductions or shared.
// $all: boolean, whether the ties that she has are changed too.
// Columns: before, changed
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me, coalesce(me.visibility_default, 'private') AS before
SET me.visibility_default = $visibility
WITH me, before
CALL (me) {
  MATCH (me)-[c:CONTACT]->()
  WHERE $all AND c.visibility <> $visibility
  SET c.visibility = $visibility, c.version = me.contacts_written
  RETURN count(c) AS changed
}
RETURN before, changed
