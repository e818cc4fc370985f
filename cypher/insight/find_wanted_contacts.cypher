// Answers: the contacts that are wanted, each with the shortest warm way to it: at most four steps over present
//   ties, and of equally short ways the one with the strongest ties.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: ego, alter, way
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
OPTIONAL MATCH (o)<-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]-(p:Person)
WITH collect(DISTINCT o) AS organisations, collect(DISTINCT p) AS people
UNWIND people AS ego
MATCH (ego)-[c:CONTACT {state: 'desired'}]->(alter)
WHERE c.visibility IN $scope.visibilities AND (alter IN people OR alter IN organisations)
CALL (ego, alter, people) {
  MATCH (alter)<-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]-{0,1}(goal:Person)
  WHERE goal <> ego AND goal IN people
  MATCH way = allShortestPaths((ego)-[:CONTACT*..4]-(goal))
  WHERE all(tie IN relationships(way) WHERE tie.state = 'present' AND tie.declined_at IS NULL AND tie.visibility IN $scope.visibilities)
    AND all(step IN nodes(way) WHERE step IN people)
  WITH way, reduce(sum = 0, tie IN relationships(way) | sum + coalesce(tie.strength, 0)) AS strength
  ORDER BY length(way), strength DESC, [step IN nodes(way) | step.id] LIMIT 1
  RETURN collect([i IN range(1, length(way)) | {
    person: nodes(way)[i].id, frequency: relationships(way)[i - 1].frequency
  }])[0] AS way
}
RETURN ego.id AS ego, alter.id AS alter, coalesce(way, []) AS way
