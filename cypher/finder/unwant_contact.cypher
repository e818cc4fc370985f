// Answers: the partner whom the viewer no longer wants to know; no row unless this very question put the wish down. With
//   what she wrote on it the wish can be put back for a day, as every contact that she takes away.
// $scope: map, the viewer's scope (region, person).
// $id: string, the question's id.
// $partner: string, the partner's id.
// Columns: name, visibility
MATCH (q:Question {id: $id, region: $scope.region})-[:ASKED_BY]->(me:Person {id: $scope.person})
MATCH (q)-[led:LED_TO {wanted: true}]->(partner {id: $partner})<-[c:CONTACT {state: 'desired'}]-(me)
WITH me, led, partner, c, c.visibility AS visibility
CALL (me, partner) {
  MATCH (me)-[old:REMOVED_CONTACT]->(partner)
  DELETE old
}
CREATE (me)-[gone:REMOVED_CONTACT]->(partner)
SET gone = properties(c), gone.removed_at = datetime()
REMOVE led.wanted
DELETE c
RETURN partner.name AS name, visibility
