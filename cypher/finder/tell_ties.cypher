// Answers: nothing; puts down which ties for introductions are told to the viewer: per step the dearest one, unless the
//   step can be told by a shared tie or her own. A tie is put down once a day.
// $scope: map, the viewer's scope (region, person).
// $visibilities: list, the visibilities of the ties between others that may be told as a step.
// $steps: list of maps: id (of the telling), one, other (ids of two people, or of a person and an organisation).
// Columns: ego, alter
MATCH (me:Person {id: $scope.person})
UNWIND $steps AS step
CALL (me, step) {
  MATCH (p:Person {id: step.one})-[t:CONTACT {state: 'present'}]-(next)
  WHERE next.id = step.other AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND t.declined_at IS NULL
  RETURN t
  ORDER BY startNode(t) <> me AND t.visibility <> 'shared', t.strength DESC, t.at DESC, startNode(t).id LIMIT 1
}
WITH me, step, t, startNode(t).id AS ego, endNode(t).id AS alter
WHERE startNode(t) <> me AND t.visibility <> 'shared' AND NOT EXISTS {
  (x:Telling {ego: ego, alter: alter})-[:TO]->(me) WHERE date(x.at) = date()
}
CREATE (:Telling {id: step.id, ego: ego, alter: alter, at: datetime()})-[:TO]->(me)
RETURN ego, alter
