// Answers: everybody who works in the region, where, and whom or what she told she knows or would like to know.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: id, name, positions, knows, wants, latest
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)<-[w:WORKS_AT]-(p:Person)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
WITH p, o, w ORDER BY coalesce(w.days, 0) DESC, w.since, o.id
WITH p, collect({organisation: o.id, role: w.role}) AS positions
OPTIONAL MATCH (p)-[t:CONTACT]->(alter)
WHERE (t.state = 'desired' OR t.state = 'present' AND t.declined_at IS NULL) AND t.visibility IN $scope.visibilities
RETURN p.id AS id, p.name AS name, positions,
  collect(CASE WHEN t.state = 'present' THEN alter.id END) AS knows,
  collect(CASE WHEN t.state = 'desired' THEN alter.id END) AS wants,
  max(CASE WHEN t.state = 'present' THEN t.at END) AS latest
ORDER BY id
