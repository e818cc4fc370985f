// Answers: the place of the step that was added to a case, from one organisation of the region to another; no row when
// one of them is not there. `back` says that it is taken on at once: the case comes back to who handed it over.
// $scope: map, the viewer's scope (region).
// $number: string, the number of the case.
// $step: map, the step (giver, taker, by, taken_by, note, back), organisations and people by id.
// Columns: n
MATCH (r:Referral {id: $scope.region + '/' + $number})
CALL (r) { MATCH (r)-[:IN_REGION]->(region:Region) WHERE region.code = $scope.region RETURN region }
WITH r, region, COUNT { (r)-[:STEP]->() } + 1 AS n
CALL (region) { MATCH (giver:Organisation {id: $step.giver}) WHERE EXISTS { (giver)-[:IN_REGION]->(region) } RETURN giver }
CALL (region) { MATCH (taker:Organisation {id: $step.taker}) WHERE EXISTS { (taker)-[:IN_REGION]->(region) } RETURN taker }
CREATE (r)-[:STEP {n: n}]->(h:Handover {at: date(), note: $step.note})
CREATE (giver)<-[:FROM]-(h)-[:TO]->(taker)
SET r.version = coalesce(r.version, 0) + 1,
    h.accepted_at = CASE WHEN $step.back THEN date() END
WITH n, h
CALL (h) { MATCH (by:Person {id: $step.by}) CREATE (h)-[:BY]->(by) }
CALL (h) { MATCH (taken_by:Person {id: $step.taken_by}) CREATE (h)-[:FOR]->(taken_by) }
RETURN n
