// Answers: the version that an agreement has after it was given these values; a contact person must work at her side.
// $scope: map, the viewer's scope (organisations).
// $id: string, the agreement's id.
// $values: map (subject, review_at, lead, mine, other, our_person, their_person), organisations and people by id.
// Columns: version
MATCH (a:Agreement {id: $id})
WHERE EXISTS { MATCH (a)-[:BETWEEN]->(o:Organisation) WHERE o.id IN $scope.organisations }
SET a.subject = $values.subject, a.review_at = $values.review_at, a.version = a.version + 1
WITH a
OPTIONAL MATCH (a)-[old:LEAD|CONTACT_PERSON]->()
WITH a, collect(old) AS olds
FOREACH (old IN olds | DELETE old)
WITH a
CALL (a) { MATCH (a)-[:BETWEEN]->(lead:Organisation {id: $values.lead}) CREATE (a)-[:LEAD]->(lead) }
CALL (a) {
  UNWIND [[$values.mine, $values.our_person], [$values.other, $values.their_person]] AS pair
  MATCH (a)-[:BETWEEN]->(side:Organisation {id: pair[0]})<-[w:WORKS_AT]-(p:Person {id: pair[1]})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH DISTINCT a, side, p
  CREATE (a)-[:CONTACT_PERSON {side: side.id}]->(p)
}
RETURN a.version AS version
