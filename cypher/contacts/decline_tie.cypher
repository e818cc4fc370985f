// Answers: the name of who tells that she is in touch with the viewer, after the viewer said that it is not so: the tie
// does not count from then on. No row when nobody of that id tells it, or the viewer told of the tie herself.
// $scope: map, the viewer's scope (region, person).
// $ego: string, the id of the person who tells of the tie.
// $tellable: list of strings, the visibilities of the ties that the one at the other end may be asked about.
// Columns: name
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
MATCH (me)<-[told:CONTACT {state: 'present'}]-(ego:Person {id: $ego})
WHERE told.visibility IN $tellable AND NOT EXISTS { (me)-[:CONTACT {state: 'present'}]->(ego) } AND EXISTS {
  MATCH (ego)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
}
SET told.declined_at = coalesce(told.declined_at, datetime())
RETURN ego.name AS name
