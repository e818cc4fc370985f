// Answers: the open cases of the region that ask for attention, as `app/referrals/rules.py` says it of one case: its last
// handover waits longer than the norm, or it came back and lies that long; or it waits for nobody and the person with the
// lead (who accepted last; before that, who opened it) no longer works there. The numbers of a page, those that lie still
// longest first; how many there are; and how many cases of the region are open.
// $scope: map, the viewer's scope (region).
// $norm: integer, after how many days of waiting.
// $page: integer, which page, from 0.
// $size: integer, how many a page has.
// Columns: numbers, total, open
MATCH (region:Region {code: $scope.region})
CALL (region) {
  MATCH (region)<-[:IN_REGION]-(r:Referral)
  WHERE r.closed IS NULL
  MATCH (r)-[step:STEP]->(h:Handover)
  WITH r, h ORDER BY step.n
  WITH r, collect(h) AS steps
  WITH r, steps[0] AS first, steps[-1] AS last,
    steps[-1].accepted_at IS NULL AND steps[-1].declined_at IS NULL AS pending,
    steps[-2].declined_at IS NOT NULL AS came_back, [h IN steps WHERE h.accepted_at IS NOT NULL][-1] AS taken
  WITH r, first, taken, pending,
    CASE WHEN pending OR came_back THEN duration.inDays(last.at, date()).days ELSE 0 END AS waits
  WITH r.number AS number, waits, CASE
    WHEN waits > $norm THEN true
    WHEN pending THEN false
    WHEN taken IS NULL THEN EXISTS {
      MATCH (p:Person)<-[:BY]-(first)-[:FROM]->(o:Organisation)
      WHERE NOT EXISTS { MATCH (p)-[w:WORKS_AT]->(o) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) }
    }
    ELSE EXISTS {
      MATCH (p:Person)<-[:FOR]-(taken)-[:TO]->(o:Organisation)
      WHERE NOT EXISTS { MATCH (p)-[w:WORKS_AT]->(o) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) }
    }
  END AS concerned
  ORDER BY waits DESC, number
  RETURN count(*) AS open, collect(CASE WHEN concerned THEN number END) AS numbers
}
RETURN numbers[$size * $page..$size * ($page + 1)] AS numbers, size(numbers) AS total, open
