// Answers: the open cases that the viewer's organisations, the schools under her board or she herself are or were on,
// by where they stand: those that wait for her answer (wacht), those of which she has the lead (regie), the others that
// she is on (elders) and those that are her board's schools' only (scholen). Of each group the
// numbers of one page, and how many there are: first those whose lead left, then those that lie still longest.
// $scope: map, the viewer's scope (region, person, organisations, governed).
// $pages: map of integers, by group which page, from 0.
// $size: integer, how many a page has.
// Columns: group, numbers, total
CALL () {
  UNWIND $scope.organisations AS id
  MATCH (:Organisation {id: id})<-[:FROM|TO]-(:Handover)<-[:STEP]-(r:Referral)
  RETURN r, true AS own
  UNION
  MATCH (:Person {id: $scope.person})<-[:BY|FOR]-(:Handover)<-[:STEP]-(r:Referral)
  RETURN r, true AS own
  UNION
  UNWIND $scope.governed AS id
  MATCH (:Organisation {id: id})<-[:FROM|TO]-(:Handover)<-[:STEP]-(r:Referral)
  RETURN r, false AS own
}
WITH r, max(own) AS own
WHERE r.closed IS NULL AND EXISTS { (r)-[:IN_REGION]->(:Region {code: $scope.region}) }
MATCH (r)-[step:STEP]->(h:Handover)
WITH r, own, h ORDER BY step.n
WITH r, own, collect(h) AS steps
WITH r, own, steps, steps[-1] AS last, steps[-1].accepted_at IS NULL AND steps[-1].declined_at IS NULL AS pending,
  coalesce([h IN steps WHERE h.accepted_at IS NOT NULL][-1], steps[0]) AS led
MATCH (last)-[:TO]->(asked:Organisation)
CALL (led) {
  MATCH (led)-[:TO]->(lead:Organisation) WHERE led.accepted_at IS NOT NULL
  RETURN lead, head(COLLECT { MATCH (led)-[:FOR]->(p:Person) RETURN p }) AS leader
  UNION
  MATCH (led)-[:FROM]->(lead:Organisation) WHERE led.accepted_at IS NULL
  RETURN lead, head(COLLECT { MATCH (led)-[:BY]->(p:Person) RETURN p }) AS leader
}
WITH r, CASE
    WHEN pending AND asked.id IN $scope.organisations THEN 'wacht'
    WHEN lead.id IN $scope.organisations THEN 'regie'
    WHEN own THEN 'elders'
    ELSE 'scholen'
  END AS group,
  NOT pending AND leader IS NOT NULL AND NOT EXISTS {
    MATCH (leader)-[w:WORKS_AT]->(lead) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  } AS left,
  CASE WHEN pending OR steps[-2].declined_at IS NOT NULL THEN last.at END AS still_since
ORDER BY left DESC, still_since, r.opened DESC, r.number
WITH group, collect(r.number) AS numbers
RETURN group, numbers[$size * $pages[group]..$size * ($pages[group] + 1)] AS numbers, size(numbers) AS total
