// Answers: the name of who tells that she is in touch with the viewer, after the viewer said so too: her own tie is
// present now, made as she chose for new ones when she had none. No row when nobody of that id tells it.
// $scope: map, the viewer's scope (region, person).
// $ego: string, the id of the person who tells of the tie.
// $tellable: list of strings, the visibilities of the ties that the one at the other end may be asked about.
// Columns: name
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
MATCH (me)<-[told:CONTACT {state: 'present'}]-(ego:Person {id: $ego})
WHERE told.visibility IN $tellable AND EXISTS {
  MATCH (ego)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
}
OPTIONAL MATCH (me)-[c:CONTACT]->(ego)
CALL (me, ego, c) {
  WITH me, ego WHERE c IS NULL
  CREATE (me)-[new:CONTACT {state: 'present', kinds: [], at: date()}]->(ego)
  SET new.visibility = coalesce(me.visibility_default, 'private'), new.version = me.contacts_written
}
CALL (me, c) {
  WITH me, c WHERE c.state <> 'present'
  SET c.state = 'present', c.at = date(), c.version = me.contacts_written
}
REMOVE told.declined_at
RETURN ego.name AS name
