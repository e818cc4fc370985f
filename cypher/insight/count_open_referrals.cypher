// Answers: how many cases are open, and how many of those ask for attention, as `app/referrals/rules.py` says it of one
// case: its last handover waits longer than the norm, or it came back and lies that long; or it waits for nobody and the
// person with the lead (who accepted last; before that, who opened it) no longer works there.
// $scope: map, the viewer's scope (region).
// $norm: integer, after how many days of waiting, where the region did not choose.
// Columns: open, concerned
MATCH (region:Region {code: $scope.region})<-[:IN_REGION]-(r:Referral)
WHERE r.closed IS NULL
MATCH (r)-[step:STEP]->(h:Handover)
WITH region, r, h ORDER BY step.n
WITH region, r, collect(h) AS steps
WITH coalesce(region.waiting_norm, $norm) AS norm, steps[0] AS first, steps[-1] AS last,
  steps[-1].accepted_at IS NULL AND steps[-1].declined_at IS NULL AS pending,
  steps[-2].declined_at IS NOT NULL AS came_back, [h IN steps WHERE h.accepted_at IS NOT NULL][-1] AS taken
WITH CASE
  WHEN (pending OR came_back) AND duration.inDays(last.at, date()).days > norm THEN true
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
RETURN count(*) AS open, count(CASE WHEN concerned THEN 1 END) AS concerned
