// Answers: nothing; the successor gets the position that the viewer leaves, unless she holds one like it there.
// $scope: map, the viewer's scope (person).
// $departure: string, the id of the departure's record.
MATCH (u:EntryUndo {id: $departure})-[:BY]->(p:Person {id: $scope.person})
CALL (u) { MATCH (s:Person {id: u.successor}) RETURN s }
MATCH (p)-[left:WORKS_AT {departure: $departure}]->(o:Organisation)
WHERE NOT EXISTS {
  MATCH (s)-[w:WORKS_AT]->(o)
  WHERE w.role = left.role AND (w.until IS NULL OR w.until >= date())
}
CREATE (s)-[:WORKS_AT {role: left.role, since: left.until + duration('P1D'), departure: $departure}]->(o)
