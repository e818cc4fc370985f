// Answers: the pairs of which somebody of the region said that they are no doubles, the latest first, and who did.
// $scope: map, the viewer's scope (region).
// Columns: one, one_name, other, other_name, at, by
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
CALL (o) {
  RETURN o AS n
  UNION
  MATCH (o)<-[:WORKS_AT]-(n:Person)
  RETURN n
}
WITH DISTINCT n
MATCH (n)-[d:NOT_DOUBLE_OF {region: $scope.region}]-(m)
WHERE n.id < m.id
WITH n, m, d ORDER BY d.at DESC
WITH n, m, head(collect(d)) AS d
OPTIONAL MATCH (p:Person {id: d.by})
RETURN n.id AS one, n.name AS one_name, m.id AS other, m.name AS other_name, d.at AS at, p.name AS by
ORDER BY at DESC, one, other
