// Answers: the partner of one of her questions whom the viewer now wants to know; no row when there was a tie already.
// $scope: map, the viewer's scope (region, person).
// $id: string, the question's id.
// $partner: string, the partner's id.
// Columns: name, visibility
MATCH (q:Question {id: $id, region: $scope.region})-[:ASKED_BY]->(me:Person {id: $scope.person})
MATCH (q)-[led:LED_TO]->(partner {id: $partner})
// MERGE locks both ends, so that of two at the same moment one makes the tie.
MERGE (me)-[c:CONTACT]->(partner)
ON CREATE SET c.state = 'desired', c.visibility = coalesce(me.visibility_default, 'private'), c.at = date(),
              led.wanted = true, c.asked = q.id
WITH partner, c, q WHERE c.asked = q.id
REMOVE c.asked
RETURN partner.name AS name, c.visibility AS visibility
