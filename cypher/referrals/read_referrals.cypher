// Answers: these cases with all their steps, as far as the viewer may see them: her organisation, a school under her board
// or she herself is on it, or she keeps an eye on the whole region. `here` says whether somebody still works at the
// organisation that she acted for.
// $scope: map, the viewer's scope (region, person, organisations, governed).
// $numbers: list of strings, the numbers of the cases.
// $whole: boolean, whether the viewer sees every case of the region.
// Columns: number, theme, opened, closed, outcome, version, steps, today
UNWIND $numbers AS number
MATCH (r:Referral {id: $scope.region + '/' + number})
WHERE $whole
  // Asked from the case on: a look-up of the organisation tempts the planner to walk all that it was ever on, per case.
  OR any(id IN COLLECT { MATCH (r)-[:STEP]->(:Handover)-[:FROM|TO]->(o:Organisation) RETURN o.id }
    WHERE id IN $scope.organisations OR id IN $scope.governed)
  OR $scope.person IN COLLECT { MATCH (r)-[:STEP]->(:Handover)-[:BY|FOR]->(p:Person) RETURN p.id }
RETURN r.number AS number, r.theme AS theme,
  r.opened AS opened, r.closed AS closed, r.outcome AS outcome, coalesce(r.version, 0) AS version,
  COLLECT {
    MATCH (r)-[s:STEP]->(h:Handover)
    MATCH (h)-[:FROM]->(giver:Organisation)
    MATCH (h)-[:TO]->(taker:Organisation)
    RETURN h {
      .at, .accepted_at, .declined_at, .reason, .note, n: s.n,
      giver: giver {.id, .name, .kind}, taker: taker {.id, .name, .kind},
      by: head(COLLECT { MATCH (h)-[:BY]->(p:Person) RETURN p {.id, .name, here: EXISTS {
        MATCH (p)-[w:WORKS_AT]->(giver) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) }} }),
      taken_by: head(COLLECT { MATCH (h)-[:FOR]->(p:Person) RETURN p {.id, .name, here: EXISTS {
        MATCH (p)-[w:WORKS_AT]->(taker) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) }} })
    }
    ORDER BY s.n
  } AS steps, date() AS today
