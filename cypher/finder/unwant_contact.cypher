// Answers: the partner whom the viewer no longer wants to know; no row unless this very question put the wish down.
// $scope: map, the viewer's scope (region, person).
// $id: string, the question's id.
// $partner: string, the partner's id.
// Columns: name, visibility
MATCH (q:Question {id: $id, region: $scope.region})-[:ASKED_BY]->(me:Person {id: $scope.person})
MATCH (q)-[led:LED_TO {wanted: true}]->(partner {id: $partner})<-[c:CONTACT {state: 'desired'}]-(me)
WITH led, partner, c, c.visibility AS visibility
REMOVE led.wanted
DELETE c
RETURN partner.name AS name, visibility
