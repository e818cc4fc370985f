// Answers: how often each person joins two others, a → broker → c without a → c, by the kinds of their organisations.
// Somebody's kind is that of the organisation where she works most days; then longest; then by the organisation's id.
// Source: Gould & Fernandez 1989.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: person, coordinator, gatekeeper, representative, consultant, liaison
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)<-[w:WORKS_AT]-(c:Person)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH c, o, w ORDER BY coalesce(w.days, 0) DESC, w.since, o.id
WITH c, collect(o.kind)[0] AS kind
MATCH (broker:Person)-[t:CONTACT]->(c)
WHERE t.state = 'present' AND t.declined_at IS NULL AND t.visibility IN $scope.visibilities
WITH broker, collect({person: c, kind: kind}) AS ends
CALL (broker) {
  MATCH (broker)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o.kind AS own ORDER BY coalesce(w.days, 0) DESC, w.since, o.id LIMIT 1
}
MATCH (a:Person)-[t:CONTACT]->(broker)
WHERE t.state = 'present' AND t.declined_at IS NULL AND t.visibility IN $scope.visibilities
WITH a, collect({person: broker, kind: own, ends: ends}) AS brokers
CALL (a) {
  MATCH (a)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN o.kind AS start ORDER BY coalesce(w.days, 0) DESC, w.since, o.id LIMIT 1
}
WITH brokers, start, [a] + COLLECT {
  MATCH (a)-[t:CONTACT]->(c:Person)
  WHERE t.state = 'present' AND t.declined_at IS NULL AND t.visibility IN $scope.visibilities
  RETURN c
} AS known
UNWIND brokers AS broker
WITH broker.person AS person, broker.kind AS own, start,
  [end IN broker.ends WHERE NOT end.person IN known | end.kind] AS kinds
WITH person, own = start AS at_home, size(kinds) AS all,
  size([kind IN kinds WHERE kind = own]) AS home, size([kind IN kinds WHERE kind = start]) AS back
RETURN person.id AS person,
  sum(CASE WHEN at_home THEN home ELSE 0 END) AS coordinator,
  sum(CASE WHEN at_home THEN 0 ELSE home END) AS gatekeeper,
  sum(CASE WHEN at_home THEN all - home ELSE 0 END) AS representative,
  sum(CASE WHEN at_home THEN 0 ELSE back END) AS consultant,
  sum(CASE WHEN at_home THEN 0 ELSE all - home - back END) AS liaison
