// Answers: every organisation of the region with who works there now; `alone`: no present tie that the reader may know of.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: id, name, kind, municipality, staff
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
CALL (o) {
  MATCH (o)<-[w:WORKS_AT]-(p:Person)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH p, w ORDER BY w.since, p.name, p.id
  RETURN collect({
    id: p.id, name: p.name, role: w.role, since: w.since, days: w.days,
    alone: NOT EXISTS {
      (p)-[c:CONTACT {state: 'present'}]-() WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities
    }
  }) AS staff
}
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.municipality AS municipality, staff
ORDER BY name, id
