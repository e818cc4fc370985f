// Answers: the steps of each way that still holds and may be told: over present ties that were not declined, between
//   people who work in the region now, from the viewer or her IB'er to the partner. A way of which one step does not hold
//   misses that row. Only of the first one to ask and of the last one is told how to reach her.
// $scope: map, the viewer's scope (region, person, organisations).
// $visibilities: list, the visibilities of the ties between others that may be told as a step.
// $ways: list of maps: partner (id), way (ids of its people, the last one may be the partner itself).
// $told: boolean, whether a tie for introductions must have been told to the viewer before.
// Columns: partner, n, id, name, role, organisation, phone, email, frequency
MATCH (me:Person {id: $scope.person})
UNWIND $ways AS asked
UNWIND range(0, size(asked.way) - 1) AS n
WITH me, asked, n, size(asked.way) - 1 AS last, asked.way[n] AS id
CALL (me, asked, n, last, id) {
  MATCH (p:Person {id: id})-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    AND (n > 0 OR p = me OR o.id IN $scope.organisations AND toLower(w.role) = 'ib')
  WITH p, collect({role: w.role, id: o.id, name: o.name, days: coalesce(w.days, 0), end: o.id = asked.partner}) AS jobs
  WHERE n < last OR p.id = asked.partner OR any(job IN jobs WHERE job.end)
  UNWIND jobs AS job
  WITH p, job ORDER BY n = last AND job.end DESC, n = 0 AND job.id IN $scope.organisations DESC, job.days DESC, job.id
  WITH p, collect(job)[0] AS job
  RETURN p AS person, job.role AS role, job.name AS organisation
  UNION ALL
  MATCH (o:Organisation {id: id})
  WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) } AND n = last AND n > 0 AND id = asked.partner
  RETURN o AS person, null AS role, null AS organisation
}
CALL (me, asked, n, id) {
  WITH * WHERE n = 0
  RETURN null AS frequency
  UNION ALL
  WITH * WHERE n > 0
  MATCH (p:Person {id: asked.way[n - 1]})-[t:CONTACT {state: 'present'}]-(next)
  WHERE next.id = id AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND t.declined_at IS NULL
    AND (NOT $told OR t.visibility = 'shared' OR startNode(t) = me OR EXISTS {
      (x:Telling)-[:TO]->(me) WHERE x.ego = startNode(t).id AND x.alter = endNode(t).id
    })
  RETURN t.frequency AS frequency
  ORDER BY startNode(t) <> me AND t.visibility <> 'shared', t.strength DESC, t.at DESC, startNode(t).id LIMIT 1
}
RETURN asked.partner AS partner, n, person.id AS id, person.name AS name, role, organisation,
       CASE WHEN n < 2 OR n = last THEN person.phone END AS phone,
       CASE WHEN n < 2 OR n = last THEN person.email END AS email, frequency
ORDER BY partner, n
