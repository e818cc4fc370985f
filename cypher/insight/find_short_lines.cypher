// Answers: the shortest line of people that today's contacts offer from each organisation to one other, at most five
// contacts long and over people of the region only; an organisation without such a line has no row.
// $scope: map, the viewer's scope (region, visibilities).
// $start_ids: list, the ids of the organisations to start from.
// $taker_id: string, the id of the organisation to reach.
// Columns: start_id, people
MATCH (taker:Organisation {id: $taker_id})
WHERE EXISTS { (taker)-[:IN_REGION]->(:Region {code: $scope.region}) }
UNWIND $start_ids AS start_id
MATCH (start:Organisation {id: start_id})
WHERE EXISTS { (start)-[:IN_REGION]->(:Region {code: $scope.region}) }
CALL (start, taker) {
  MATCH line = SHORTEST 1
    (start)<-[here:WORKS_AT WHERE coalesce(here.since, date()) <= date() <= coalesce(here.until, date())]-(:Person)
    (()-[tie:CONTACT WHERE tie.state = 'present' AND tie.declined_at IS NULL AND tie.visibility IN $scope.visibilities]-(next:Person)
      WHERE EXISTS {
        (next)-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]->(:Organisation)
        -[:IN_REGION]->(:Region {code: $scope.region})
      }){0,5}
    (:Person)-[there:WORKS_AT WHERE coalesce(there.since, date()) <= date() <= coalesce(there.until, date())]->(taker)
  RETURN [person IN nodes(line)[1..-1] | person {.id, .name}] AS people
}
RETURN start_id, people
