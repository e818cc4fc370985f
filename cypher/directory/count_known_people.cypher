// Answers: for each other organisation, how many people of the two together know somebody of the other one.
// $scope: map, the viewer's scope (region).
// $id: string, the organisation's id.
// $visibilities: list of strings, the kinds of tie that count here for everybody, since nobody is named.
// $fewest_people: integer, how many people a number must cover before it is told.
// Columns: id, name, kind, people
MATCH (o:Organisation {id: $id})
CALL (o) { MATCH (o)-[:IN_REGION]->(r:Region) WHERE r.code = $scope.region RETURN r }
MATCH (o)<-[w:WORKS_AT]-(a:Person)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
MATCH (a)-[c:CONTACT]-(b:Person)-[v:WORKS_AT]->(other:Organisation)
WHERE c.state = 'present' AND c.declined_at IS NULL AND c.visibility IN $visibilities
  AND coalesce(v.since, date()) <= date() <= coalesce(v.until, date())
  AND other <> o AND EXISTS { (other)-[:IN_REGION]->(r) }
  // Who works at both is no line between them: she is in both houses already.
  AND NOT EXISTS { MATCH (a)-[x:WORKS_AT]->(other) WHERE coalesce(x.since, date()) <= date() <= coalesce(x.until, date()) }
  AND NOT EXISTS { MATCH (b)-[x:WORKS_AT]->(o) WHERE coalesce(x.since, date()) <= date() <= coalesce(x.until, date()) }
WITH other, count(DISTINCT a) + count(DISTINCT b) AS people
WHERE people >= $fewest_people
RETURN other.id AS id, other.name AS name, other.kind AS kind, people
ORDER BY people DESC, toLower(name), id
