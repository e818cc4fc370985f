// Answers: the twenty pairs without a tie, of different organisations, that have the most telling common contacts (three
//   or more): a contact who knows few others tells more (resource allocation index, Zhou, Lü & Zhang 2009).
// $scope: map, the viewer's scope (region, visibilities).
// Columns: one, other, score, common
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH DISTINCT p ORDER BY p.id
WITH collect(p) AS people
UNWIND people AS hub
CALL (hub, people) {
  MATCH (hub)-[c:CONTACT {state: 'present'}]-(p:Person)
  WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities AND p IN people
  WITH DISTINCT p ORDER BY p.id
  RETURN collect(p) AS known
}
WITH known, size(known) AS degree
WHERE degree > 1
UNWIND range(0, degree - 2) AS i
UNWIND range(i + 1, degree - 1) AS j
WITH known[i] AS one, known[j] AS other, count(*) AS shared, sum(1.0 / degree) AS score
WHERE shared >= 3
WITH one, other, score ORDER BY score DESC, one.id, other.id
WHERE NOT EXISTS { (one)-[c:CONTACT {state: 'present'}]-(other) WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities }
  AND NOT EXISTS {
    (one)-[v:WORKS_AT WHERE coalesce(v.since, date()) <= date() <= coalesce(v.until, date())]->(:Organisation)
    <-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]-(other)
  }
WITH one, other, score LIMIT 20
RETURN one.id AS one, other.id AS other, score, COLLECT {
  MATCH (one)-[c:CONTACT {state: 'present'}]-(hub:Person)-[d:CONTACT {state: 'present'}]-(other)
  WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities AND d.declined_at IS NULL AND d.visibility IN $scope.visibilities
    AND EXISTS {
      (hub)-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]->(:Organisation)
      -[:IN_REGION]->(:Region {code: $scope.region})
    }
  WITH DISTINCT hub ORDER BY hub.name, hub.id
  RETURN hub.id
} AS common
