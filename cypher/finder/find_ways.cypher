// Answers: the best way from the viewer, or from an IB'er of her organisation, to each partner: the fewest ties (four at
//   the most), then the lowest sum of 1 / (strength × freshness), then the lowest ids. Freshness halves every year; an
//   unknown strength is 1, an unknown day two years ago. A partner without a way has no row.
// $scope: map, the viewer's scope (region, person, organisations).
// $visibilities: list, the visibilities of the ties between others that may be told as a step.
// $partner_ids: list, the ids of the people and organisations to reach.
// Columns: partner, way
MATCH (me:Person {id: $scope.person})
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
OPTIONAL MATCH (o)<-[w:WORKS_AT]-(p:Person)
WHERE coalesce(w.until, date()) >= date()
WITH me, collect(DISTINCT p) AS people,
     collect(DISTINCT CASE WHEN o.id IN $partner_ids THEN o END) AS places,
     collect(DISTINCT CASE WHEN o.id IN $partner_ids THEN {partner: o.id, end: o} END)
       + collect(DISTINCT CASE WHEN o.id IN $partner_ids AND p <> me THEN {partner: o.id, end: p} END)
       + collect(DISTINCT CASE WHEN p.id IN $partner_ids THEN {partner: p.id, end: p} END) AS ends,
     collect(DISTINCT CASE WHEN o.id IN $scope.organisations AND toLower(w.role) = 'ib' AND p <> me THEN p END) AS counsellors
WITH me, people + places AS known, ends, [{at: me, cost: 0.0, way: [me.id]}]
     + [c IN counsellors | {at: c, cost: 0.0, way: [c.id]}] AS layer
WITH me, known, ends, layer, layer AS found, [row IN layer | row.at] AS seen
// Ring by ring around the start: who is first reached in a ring is reached in the fewest ties, and by the cheapest of them.
CALL (me, known, ends, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, known, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND next IN known AND NOT next IN seen
    AND NOT CASE WHEN startNode(t) = p THEN EXISTS { (next)-[:DECLINED]->(p) } ELSE EXISTS { (p)-[:DECLINED]->(next) } END
  WITH next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH next, collect({cost: cost, way: way})[0] AS best
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, known, ends, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
CALL (me, known, ends, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, known, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND next IN known AND NOT next IN seen
    AND NOT CASE WHEN startNode(t) = p THEN EXISTS { (next)-[:DECLINED]->(p) } ELSE EXISTS { (p)-[:DECLINED]->(next) } END
  WITH next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH next, collect({cost: cost, way: way})[0] AS best
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, known, ends, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
CALL (me, known, ends, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, known, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND next IN known AND NOT next IN seen
    AND NOT CASE WHEN startNode(t) = p THEN EXISTS { (next)-[:DECLINED]->(p) } ELSE EXISTS { (p)-[:DECLINED]->(next) } END
  WITH next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH next, collect({cost: cost, way: way})[0] AS best
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, known, ends, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
CALL (me, known, ends, layer, seen) {
  WITH *, [e IN ends WHERE e.end IN seen | e.partner] AS reached
  WITH * WHERE any(e IN ends WHERE NOT e.partner IN reached)
  UNWIND layer AS row
  WITH me, known, seen, row.at AS p, row.cost AS cost, row.way AS way
  WHERE p:Person
  MATCH (p)-[t:CONTACT]-(next)
  WHERE t.state = 'present' AND (t.visibility IN $visibilities OR startNode(t) = me)
    AND next IN known AND NOT next IN seen
    AND NOT CASE WHEN startNode(t) = p THEN EXISTS { (next)-[:DECLINED]->(p) } ELSE EXISTS { (p)-[:DECLINED]->(next) } END
  WITH next, way + next.id AS way, cost + 2 ^ (CASE
    WHEN t.at IS NULL THEN 2.0 WHEN t.at > date() THEN 0.0 ELSE duration.inDays(t.at, date()).days / 365.0
  END) / coalesce(t.strength, 1) AS cost
  ORDER BY cost, way
  WITH next, collect({cost: cost, way: way})[0] AS best
  RETURN collect({at: next, cost: best.cost, way: best.way}) AS ring
}
WITH me, known, ends, ring AS layer, found + ring AS found, seen + [row IN ring | row.at] AS seen
UNWIND [row IN found WHERE row.at IN [e IN ends | e.end]] AS row
UNWIND [e IN ends WHERE e.end = row.at | e.partner] AS partner
WITH partner, row ORDER BY size(row.way), row.cost, row.way
RETURN partner, collect(row.way)[0] AS way
