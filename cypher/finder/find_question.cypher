// Answers: a question of the viewer herself, with whom it led to; no row for anybody else's.
// $scope: map, the viewer's scope (region, person).
// $id: string, the question's id.
// Columns: theme, age, place, rows
MATCH (q:Question {id: $id, region: $scope.region})-[:ASKED_BY]->(:Person {id: $scope.person})
RETURN q.theme AS theme, q.age AS age, q.place AS place, COLLECT {
  MATCH (q)-[led:LED_TO]->(partner)
  RETURN {partner: partner.id, way: led.way, wanted: coalesce(led.wanted, false)}
  ORDER BY led.n
} AS rows
