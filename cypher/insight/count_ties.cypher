// Answers: how many ties those who work in the region told of, how many of them are with a person, how many of those the
// other tells of too, and how many people nobody has a tie with nor they with anybody or anything.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: ties, between_people, answered, without_tie
MATCH (r:Region {code: $scope.region})
MATCH (r)<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
WHERE w.until IS NULL OR w.until >= date()
WITH r, collect(DISTINCT p) AS people
UNWIND people AS p
CALL (r, p) {
  MATCH (p)-[t:CONTACT]->(o:Organisation)-[:IN_REGION]->(r)
  WHERE t.state = 'present' AND t.visibility IN $scope.visibilities
  RETURN count(DISTINCT o) AS to_organisations
}
CALL (r, p) {
  MATCH (p)-[t:CONTACT]-(other:Person)
  WHERE t.state = 'present' AND t.visibility IN $scope.visibilities AND other <> p
    AND EXISTS {
      MATCH (other)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(r)
      WHERE w.until IS NULL OR w.until >= date()
    }
  WITH other, max(startNode(t) = p) AS told, max(endNode(t) = p) AS heard
  RETURN count(CASE WHEN told THEN 1 END) AS told, count(CASE WHEN told AND heard THEN 1 END) AS answered,
    count(other) AS others
}
RETURN sum(to_organisations + told) AS ties, sum(told) AS between_people, sum(answered) AS answered,
  count(CASE WHEN to_organisations + others = 0 THEN 1 END) AS without_tie
