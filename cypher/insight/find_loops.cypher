// Answers: between which organisations cases go round: one that had handed a case on gets it back.
// Per circle of organisations: the cases, and by their median the days from first handing on to last coming back and
// the different people on such a case.
// $scope: map, the viewer's scope (region, fewest_cases).
// $municipality: string, of the first organisation; empty for all.
// $kind: string, a kind of organisation on the route; empty for all.
// $theme: string, the theme's code; empty for all.
// Columns: circle, cases, days, people
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)
WHERE $theme IN ['', r.theme]
MATCH (r)-[first:STEP {n: 1}]->(:Handover)-[:FROM]->(start:Organisation)
WHERE $municipality IN ['', start.municipality]
MATCH (r)-[step:STEP]->(h:Handover)-[:TO]->(taker:Organisation)
WITH r, start, step, h, taker ORDER BY step.n
WITH r, start, collect(h.at) AS days, collect(taker) AS takers
WITH r, days, [start] + takers AS stops
WHERE $kind = '' OR any(stop IN stops WHERE stop.kind = $kind)
UNWIND range(2, size(stops) - 1) AS back
WITH r, days, stops, back, [i IN range(0, back - 2) WHERE stops[i] = stops[back]][-1] AS away
WHERE away IS NOT NULL AND stops[back - 1] <> stops[back]
WITH r, days[away] AS left, days[back - 1] AS returned,
  COLLECT { UNWIND stops[away..back] AS o WITH DISTINCT o ORDER BY o.name, o.id RETURN o } AS circle
WITH circle, r, duration.inDays(min(left), max(returned)).days AS days
WITH circle, r, days,
  COUNT { MATCH (r)-[:STEP]->(:Handover)-[:BY|FOR]->(p:Person) RETURN DISTINCT p } AS people
WITH circle, collect(r.number) AS cases, percentileCont(days, 0.5) AS days, percentileCont(people, 0.5) AS people
WHERE size(cases) >= $scope.fewest_cases
RETURN [o IN circle | o {.id, .name, .kind}] AS circle, cases, days, people
ORDER BY size(cases) DESC, days DESC, [o IN circle | o.name]
