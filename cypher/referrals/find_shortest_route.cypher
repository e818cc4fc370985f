// Answers: the shortest route that worked before for a theme: the fewest steps, then the shortest median of days, of
// closed cases that ended well, from where they last stood at an organisation of the same kind and municipality.
// $scope: map, the viewer's scope (region, fewest_cases).
// $theme: string, the theme's code.
// $giver: string, the id of the organisation that hands over.
// Columns: stops, cases, days
MATCH (giver:Organisation {id: $giver})
CALL (giver) { MATCH (giver)-[:IN_REGION]->(region:Region) WHERE region.code = $scope.region RETURN region }
MATCH (region)<-[:IN_REGION]-(r:Referral)
WHERE r.theme = $theme AND r.closed IS NOT NULL AND r.outcome IN ['placed', 'supported']
MATCH (r)-[:STEP {n: 1}]->(:Handover)-[:FROM]->(start:Organisation)
MATCH (r)-[step:STEP]->(h:Handover)-[:TO]->(taker:Organisation)
WITH giver, r, start, step, h, taker ORDER BY step.n
WITH giver, r, start, collect(taker) AS takers, collect(h.at) AS days
WITH giver, r, [start] + takers AS stops, days
WITH giver, r, stops, days, [i IN range(0, size(stops) - 2) WHERE stops[i].kind = giver.kind
  AND coalesce(stops[i].municipality, '') = coalesce(giver.municipality, '')][-1] AS at
WHERE at IS NOT NULL
WITH giver, r, stops[at + 1..] AS way, duration.inDays(days[at], r.closed).days AS took
WHERE NOT giver IN way
WITH way, count(r) AS cases, percentileCont(took, 0.5) AS days
WHERE cases >= $scope.fewest_cases
RETURN [o IN way | o {.id, .name, .kind}] AS stops, cases, days
ORDER BY size(way), days, [o IN way | o.name]
LIMIT 1
