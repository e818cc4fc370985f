// Answers: the successor, made when nobody has the e-mail address; no row for somebody who works outside the region.
// $scope: map, the viewer's scope (person, region).
// $departure: string, the id of the departure's record.
// $id: string, the id for a new person.
// $email: string, the successor's e-mail address.
// $name: string, the name of a new person.
// Columns: id
MATCH (u:EntryUndo {id: $departure})-[:BY]->(:Person {id: $scope.person})
MATCH (u)-[:LEAVER]->(leaver:Person)
MERGE (s:Person {email: $email})
ON CREATE SET s.id = $id, s.name = $name
WITH u, leaver, s, s.id = $id AS made
FOREACH (_ IN CASE WHEN made THEN [1] ELSE [] END | CREATE (u)-[:MADE]->(s))
WITH u, leaver, s, made
WHERE s <> leaver AND (made OR EXISTS {
  MATCH (s)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE w.until IS NULL OR w.until >= date()
})
SET u.successor = s.id
RETURN s.id AS id
