// Answers: the agreements of the viewer's organisations with others, each seen from her side; of a
// contact person whether she still works there.
// $scope: map, the viewer's scope (region, organisations).
// $id: string, one agreement; empty for all.
// Columns: id, subject, review_at, version, mine, other, lead, our_person, their_person, today
UNWIND $scope.organisations AS own
MATCH (a:Agreement)-[:BETWEEN]->(mine:Organisation {id: own})
WHERE EXISTS { (mine)-[:IN_REGION]->(:Region {code: $scope.region}) } AND $id IN ['', a.id]
MATCH (a)-[:BETWEEN]->(other:Organisation)
WHERE other <> mine
MATCH (a)-[:LEAD]->(lead:Organisation)
RETURN a.id AS id, a.subject AS subject, a.review_at AS review_at, a.version AS version,
  mine {.id, .name, .kind} AS mine, other {.id, .name, .kind} AS other, lead.id AS lead,
  head(COLLECT { MATCH (a)-[:CONTACT_PERSON {side: mine.id}]->(p:Person) RETURN p {.id, .name, here: EXISTS {
    MATCH (p)-[w:WORKS_AT]->(mine) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) }}
  }) AS our_person,
  head(COLLECT { MATCH (a)-[:CONTACT_PERSON {side: other.id}]->(p:Person) RETURN p {.id, .name, here: EXISTS {
    MATCH (p)-[w:WORKS_AT]->(other) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) }}
  }) AS their_person,
  date() AS today
ORDER BY review_at, subject, id
