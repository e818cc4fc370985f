// Answers: the tie as it was before it was kept, when it was still the version that the viewer saw; `fits` is false, and
// nothing is changed, when somebody (the same person, in another window) changed, removed or added it in between.
// $scope: map, the viewer's scope (region, person): only her own tie.
// $alter: string, the id of the person or organisation at the other end.
// $version: integer, the version that she saw; -1 when she saw no tie.
// $values: map, what to keep (state, kinds, frequency, strength, note, visibility).
// Columns: fits, before
MATCH (me:Person {id: $scope.person})
// Writing first takes the lock, so that of two at the same moment the second reads what the first wrote.
SET me.contacts_written = coalesce(me.contacts_written, 0) + 1
WITH me
CALL (me) {
  MATCH (alter:Person {id: $alter}) RETURN alter
  UNION
  MATCH (alter:Organisation {id: $alter}) RETURN alter
}
OPTIONAL MATCH (me)-[c:CONTACT]->(alter)
WITH me, alter, c
WHERE alter <> me AND (c IS NOT NULL
  OR EXISTS { (alter)-[:IN_REGION]->(:Region {code: $scope.region}) }
  OR EXISTS {
    MATCH (alter)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  })
WITH me, alter, c, properties(c) AS before,
  CASE WHEN c IS NULL THEN -1 ELSE coalesce(c.version, 0) END = $version AS fits
// Not MERGE: with it, every look-up above takes a lock of its own, before ours, and two windows wait for each other.
CALL (me, alter, c, fits) {
  WITH me, alter, c WHERE fits AND c IS NULL
  CREATE (me)-[new:CONTACT]->(alter)
  SET new += $values, new.at = date(), new.version = me.contacts_written
}
CALL (me, c, fits) {
  WITH me, c WHERE fits AND c IS NOT NULL
  SET c += $values, c.at = date(), c.version = me.contacts_written
}
CALL (me, alter, fits) {
  WITH me, alter WHERE fits AND $values.state = 'present'
  MATCH (me)<-[told:CONTACT]-(alter)
  REMOVE told.declined_at
}
RETURN fits, before
