// Answers: for each other organisation, how many people of the two together know somebody of the other one.
// $scope: map, the viewer's scope (region).
// $id: string, the organisation's id.
// $visibilities: list of strings, the kinds of tie that count here for everybody, since nobody is named.
// $fewest_people: integer, how many people a number must cover before it is told.
// Columns: id, name, kind, people
MATCH (o:Organisation {id: $id})
CALL (o) { MATCH (o)-[:IN_REGION]->(r:Region) WHERE r.code = $scope.region RETURN r }
MATCH (o)<-[w:WORKS_AT]-(a:Person)
WHERE w.until IS NULL OR w.until >= date()
MATCH (a)-[c:CONTACT]-(b:Person)-[v:WORKS_AT]->(other:Organisation)
WHERE c.state = 'present' AND c.visibility IN $visibilities AND (v.until IS NULL OR v.until >= date())
  AND other <> o AND EXISTS { (other)-[:IN_REGION]->(r) }
  AND NOT EXISTS { (:Person {id: endNode(c).id})-[:DECLINED]->(:Person {id: startNode(c).id}) }
  // Who works at both is no line between them: she is in both houses already.
  AND NOT EXISTS { MATCH (a)-[x:WORKS_AT]->(other) WHERE x.until IS NULL OR x.until >= date() }
  AND NOT EXISTS { MATCH (b)-[x:WORKS_AT]->(o) WHERE x.until IS NULL OR x.until >= date() }
WITH other, count(DISTINCT a) + count(DISTINCT b) AS people
WHERE people >= $fewest_people
RETURN other.id AS id, other.name AS name, other.kind AS kind, people
ORDER BY people DESC, toLower(name), id
