// Answers: the people and organisations of the region whose name has the text in it, at most `limit`, best first: names
// that begin with it, then the others; and whether the viewer has a tie with each.
// $scope: map, the viewer's scope (region, person).
// $text: string, in lower case.
// $limit: integer, how many at the most.
// Columns: alter, tied
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
CALL (o) {
  WITH o WHERE toLower(o.name) CONTAINS $text
  RETURN o AS alter, null AS position
  UNION ALL
  MATCH (o)<-[w:WORKS_AT]-(p:Person)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    AND p.id <> $scope.person AND toLower(p.name) CONTAINS $text
  RETURN p AS alter, {role: w.role, organisation: o.name, kind: o.kind} AS position
}
WITH alter, collect(position) AS positions
ORDER BY NOT toLower(alter.name) STARTS WITH $text, toLower(alter.name), alter.id
LIMIT $limit
RETURN {id: alter.id, name: alter.name, kind: alter.kind, positions: positions} AS alter,
  EXISTS { (:Person {id: $scope.person})-[:CONTACT]->(alter) } AS tied
