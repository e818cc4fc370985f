// Answers: how much waits for the viewer on each of her pages: cases that her organisations are asked to take on; cases
//   that they can set going again, as those wait longer than the norm or their lead has left; ties that others tell of;
//   lines of her entry that nobody confirmed for a year; colleagues who left without a successor; tasks of the region.
// $scope: map, the viewer's scope (region, person, organisations).
// $norm: integer, after how many days a case asks for attention when the region did not choose.
// $tellable: list of strings, the visibilities of the ties that the one at the other end may be asked about.
// $verified_for: duration, for how long it counts that somebody confirmed a line.
// $keeps: boolean, whether the viewer keeps the region: only then its tasks are counted.
// Columns: cases, adrift, ties, lines, successors, tasks
MATCH (region:Region {code: $scope.region})
CALL (region) { MATCH (p:Person {id: $scope.person}) RETURN p AS me }
CALL (region, me) {
  CALL (me) {
    UNWIND $scope.organisations AS id
    MATCH (:Organisation {id: id})<-[:FROM|TO]-(:Handover)<-[:STEP]-(r:Referral)
    RETURN r
    UNION
    MATCH (me)<-[:BY|FOR]-(:Handover)<-[:STEP]-(r:Referral)
    RETURN r
  }
  WITH DISTINCT region, r
  WHERE r.closed IS NULL AND EXISTS { (r)-[:IN_REGION]->(region) }
  WITH region, COLLECT { MATCH (r)-[s:STEP]->(h:Handover) RETURN h ORDER BY s.n DESC } AS steps
  WITH region, steps[0] AS last, steps[1] AS before, steps[-1] AS first,
       head([h IN steps WHERE h.accepted_at IS NOT NULL]) AS taken
  WITH region, last, first, taken, last.accepted_at IS NULL AND last.declined_at IS NULL AS pending,
       before.declined_at IS NOT NULL AS came_back
  WITH *, COLLECT { MATCH (last)-[:TO]->(o:Organisation) RETURN o.id }[0] AS asked,
       COLLECT { MATCH (last)-[:FROM]->(o:Organisation) RETURN o.id }[0] AS giver,
       coalesce(COLLECT { MATCH (taken)-[:TO]->(o:Organisation) RETURN o }[0],
                COLLECT { MATCH (first)-[:FROM]->(o:Organisation) RETURN o }[0]) AS lead,
       CASE WHEN taken IS NULL THEN COLLECT { MATCH (first)-[:BY]->(p:Person) RETURN p }[0]
            ELSE COLLECT { MATCH (taken)-[:FOR]->(p:Person) RETURN p }[0] END AS leader
  WITH *, (pending OR came_back) AND last.at < date() - duration({days: coalesce(region.waiting_norm, $norm)}) AS late,
       NOT pending AND leader IS NOT NULL AND NOT EXISTS {
         MATCH (leader)-[w:WORKS_AT]->(lead) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
       } AS left,
       CASE WHEN pending THEN asked IN $scope.organisations OR giver IN $scope.organisations
            ELSE lead.id IN $scope.organisations END AS ours
  RETURN count(CASE WHEN pending AND asked IN $scope.organisations THEN 1 END) AS cases,
         count(CASE WHEN ours AND (late OR left) THEN 1 END) AS adrift
}
CALL (region, me) {
  MATCH (me)<-[c:CONTACT {state: 'present'}]-(ego:Person)
  WHERE c.visibility IN $tellable AND c.declined_at IS NULL
    AND NOT EXISTS { MATCH (me)-[own:CONTACT]->(ego) WHERE own.state IN ['present', 'absent'] }
    AND EXISTS {
      MATCH (ego)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(region)
      WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    }
  RETURN count(*) AS ties
}
CALL (region, me) {
  OPTIONAL MATCH (me)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(region)
  WHERE w.until IS NULL OR w.until >= date()
  WITH me, collect(w.verified_at) AS dates, count(w) AS positions,
       collect(DISTINCT CASE WHEN coalesce(w.since, date()) <= date() THEN o END) AS here
  WITH me, dates, positions, here,
       COLLECT { MATCH (me)-[f:OFFERS]->(:Theme) RETURN f } +
       COLLECT { UNWIND here AS o MATCH (o)-[f:OFFERS]->(:Theme) RETURN f } AS offers
  WITH here, [me.verified_at] + [o IN here | o.verified_at] + [f IN offers | f.verified_at] + dates AS said,
       positions + 1 + size(here) + size(offers) AS lines
  RETURN here, lines - size([at IN said WHERE at > datetime() - $verified_for]) AS lines
}
CALL (me, here) {
  UNWIND here AS o
  MATCH (o)<-[:ABOUT]-(t:Task {kind: 'successor'})
  WHERE t.done_at IS NULL AND NOT EXISTS { (t)-[:ABOUT]->(me) }
  RETURN count(DISTINCT t) AS successors
}
CALL (region) {
  MATCH (t:Task {region: region.code})
  WHERE $keeps AND t.done_at IS NULL
  RETURN count(t) AS tasks
}
RETURN cases, adrift, ties, lines, successors, tasks
