// Answers: nothing; puts down with the question whom it led to, in order, and by which way.
// $scope: map, the viewer's scope (region, person).
// $id: string, the question's id.
// $rows: list of maps: n, partner (id), way (ids of people).
// Columns: partner
MATCH (q:Question {id: $id})
WHERE EXISTS { (q)-[:ASKED_BY]->(:Person {id: $scope.person}) }
UNWIND $rows AS row
CALL (row) {
  MATCH (o:Organisation {id: row.partner})
  WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
  RETURN o AS partner
  UNION
  MATCH (p:Person {id: row.partner})
  RETURN p AS partner
}
CREATE (q)-[:LED_TO {n: row.n, way: row.way}]->(partner)
RETURN partner.id AS partner
