// Answers: the best way from the viewer, or from an IB'er of her organisation, to each partner: the fewest ties (four at
//   the most), then the lowest sum of 1 / (strength × freshness), then the lowest ids. Freshness halves every year; an
//   unknown strength is 1, an unknown day two years ago. A partner without a way has no row.
// $scope: map, the viewer's scope (region, person, organisations).
// $visibilities: list, the visibilities of the ties between others that may be told as a step.
// $partner_ids: list, the ids of the people and organisations to reach.
// Columns: partner, way
MATCH (me:Person {id: $scope.person})
CALL (me) {
  UNWIND $partner_ids AS partner
  MATCH (o:Organisation {id: partner})
  WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
  OPTIONAL MATCH (o)<-[w:WORKS_AT]-(p:Person)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND p <> me
  UNWIND [o, p] AS end
  WITH DISTINCT partner, end WHERE end IS NOT NULL
  RETURN partner, end
  UNION
  UNWIND $partner_ids AS partner
  MATCH (end:Person {id: partner})
  RETURN partner, end
}
WITH me, collect({partner: partner, end: end}) AS ends
CALL (me) {
  UNWIND $scope.organisations AS id
  MATCH (:Organisation {id: id})<-[w:WORKS_AT]-(p:Person)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND toLower(w.role) = 'ib' AND p <> me
  RETURN collect(DISTINCT {at: p, cost: 0.0, way: [p.id]}) AS counsellors
}
WITH me, ends, [e IN ends | e.end] AS goals, [{at: me, cost: 0.0, way: [me.id]}] + counsellors AS layer
WITH me, ends, goals, layer, layer AS found, [row IN layer | row.at] AS seen
// Ring by ring around the start: who is first reached in a ring is reached in the fewest ties, and by the cheapest of them.
CALL (me, ends, goals, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, goals, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND t.declined_at IS NULL AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND NOT next IN seen
  WITH goals, next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH goals, next, collect({cost: cost, way: way})[0] AS best
  WHERE next IN goals OR EXISTS {
    (next)-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]->(:Organisation)
    -[:IN_REGION]->(:Region {code: $scope.region})
  }
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, ends, goals, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
CALL (me, ends, goals, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, goals, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND t.declined_at IS NULL AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND NOT next IN seen
  WITH goals, next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH goals, next, collect({cost: cost, way: way})[0] AS best
  WHERE next IN goals OR EXISTS {
    (next)-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]->(:Organisation)
    -[:IN_REGION]->(:Region {code: $scope.region})
  }
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, ends, goals, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
CALL (me, ends, goals, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, goals, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND t.declined_at IS NULL AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND NOT next IN seen
  WITH goals, next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH goals, next, collect({cost: cost, way: way})[0] AS best
  WHERE next IN goals OR EXISTS {
    (next)-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]->(:Organisation)
    -[:IN_REGION]->(:Region {code: $scope.region})
  }
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, ends, goals, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
CALL (me, ends, goals, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, goals, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND t.declined_at IS NULL AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND NOT next IN seen AND next IN goals
  WITH goals, next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH goals, next, collect({cost: cost, way: way})[0] AS best
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, ends, goals, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
UNWIND [row IN found WHERE row.at IN goals] AS row
UNWIND [e IN ends WHERE e.end = row.at | e.partner] AS partner
WITH partner, row ORDER BY size(row.way), row.cost, row.way
RETURN partner, collect(row.way)[0] AS way
