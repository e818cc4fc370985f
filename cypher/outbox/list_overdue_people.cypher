// Answers: who of the region is to be asked whether her entry is still right: not verified for a year, and not asked of late.
// $scope: map, the scope in which is asked (region).
// $now: datetime, the clock of who asks.
// Columns: person, name, email
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
WHERE coalesce(w.since, date($now)) <= date($now) <= coalesce(w.until, date($now)) AND p.email <> ''
  AND (p.asked_at IS NULL OR p.asked_at <= $now - duration({days: 30}))
WITH p, collect(coalesce(w.verified_at <= $now - duration({years: 1}), true)) AS overdue
WHERE any(late IN overdue WHERE late) OR coalesce(p.verified_at <= $now - duration({years: 1}), true)
RETURN p.id AS person, p.name AS name, p.email AS email
ORDER BY person
