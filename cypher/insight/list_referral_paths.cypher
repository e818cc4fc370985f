// Answers: along which routes cases went: the same kinds of organisation in the same order, to the same last one.
// A case is [number, theme, opened, closed, days, people, start_id, start]; its walk has, for each of its handovers,
// [taker, days waited, accepted, days handled, done]. Lists, because maps would send every name with every case.
// $scope: map, the viewer's scope (region, fewest_cases).
// $until: date, the last day that is known; what still runs is counted up to here.
// $municipality: string, of the first organisation; empty for all.
// $kind: string, a kind of organisation on the route; empty for all.
// $theme: string, the theme's code; empty for all.
// Columns: kinds, taker_id, cases, walks
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)
WHERE $theme IN ['', r.theme]
MATCH (r)-[first:STEP {n: 1}]->(:Handover)-[:FROM]->(start:Organisation)
WHERE $municipality IN ['', start.municipality]
MATCH (r)-[step:STEP]->(h:Handover)-[:TO]->(taker:Organisation)
WITH r, start, step, h, taker ORDER BY step.n
WITH r, start, collect(h) AS handovers, collect(taker) AS takers
WITH r, start, handovers, takers, [start.kind] + [taker IN takers | taker.kind] AS kinds
WHERE $kind = '' OR $kind IN kinds
WITH r, start, takers, kinds,
  [i IN range(0, size(handovers) - 1) |
    [takers[i].name, handovers[i].at, handovers[i].accepted_at, coalesce(handovers[i + 1].at, r.closed)]] AS stays,
  COUNT { MATCH (r)-[:STEP]->(:Handover)-[:BY|FOR]->(p:Person) RETURN DISTINCT p } AS people
WITH kinds, takers[-1].id AS taker_id,
  collect([
    r.number, r.theme, r.opened, r.closed, duration.inDays(r.opened, coalesce(r.closed, $until)).days,
    people, start.id, start.name
  ]) AS cases,
  collect([stay IN stays | [
    stay[0],
    duration.inDays(stay[1], coalesce(stay[2], stay[3], $until)).days,
    stay[2] IS NOT NULL,
    duration.inDays(stay[2], coalesce(stay[3], $until)).days,
    stay[3] IS NOT NULL
  ]]) AS walks
WHERE size(cases) >= $scope.fewest_cases
RETURN kinds, taker_id, cases, walks
