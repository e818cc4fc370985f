// Answers: which fixed contacts of the region's norms a school has, and which it misses, with whom to get to know first:
//   the one whom most schools of the municipality know. A norm that nobody could meet is left out.
// $scope: map, the viewer's scope (region, visibilities).
// Columns: school, met, missing
MATCH (region:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
WITH region, collect(o) AS organisations
CALL (region, organisations) {
  MATCH (n:Norm)
  WHERE NOT EXISTS { (region)-[:WAIVES]->(n) }
  WITH n ORDER BY n.place
  RETURN collect(n {.*, partners: [o IN organisations WHERE o.kind IN n.kinds]}) AS norms
}
UNWIND organisations AS school
WITH school, [norm IN norms WHERE school.kind IN norm.schools] AS norms
WHERE size(norms) > 0
CALL (school) {
  MATCH (school)<-[v:WORKS_AT WHERE coalesce(v.since, date()) <= date() <= coalesce(v.until, date())]-(p:Person)
        -[c:CONTACT WHERE c.state = 'present' AND c.declined_at IS NULL AND c.visibility IN $scope.visibilities]-{0,1}(known)
  RETURN collect(DISTINCT known) AS circle
}
UNWIND norms AS norm
WITH school, circle, norm, [o IN norm.partners WHERE o.municipality = school.municipality] AS near
WITH school, circle, norm,
     CASE WHEN norm.near = 'region' OR norm.near = 'nearest' AND size(near) = 0 THEN norm.partners ELSE near END AS partners
CALL (norm, partners) {
  UNWIND partners AS partner
  MATCH (partner)<-[w:WORKS_AT]-(p:Person)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    AND (norm.role IS NULL OR toLower(w.role) = norm.role)
  RETURN collect(DISTINCT p) AS people
}
WITH school, norm, people,
     any(x IN people WHERE x IN circle) OR norm.role IS NULL AND any(x IN partners WHERE x IN circle) AS met
WHERE size(people) > 0
CALL (school, people, met) {
  WITH * WHERE NOT met
  UNWIND people AS p
  OPTIONAL MATCH (p)-[c:CONTACT {state: 'present'}]-(:Person)-[w:WORKS_AT]->(o:Organisation {municipality: school.municipality})
  WHERE c.declined_at IS NULL AND c.visibility IN $scope.visibilities AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    AND o.kind IN ['bao', 'sbo', 'so', 'vso']
  WITH p, count(DISTINCT o) AS schools ORDER BY schools DESC, p.name, p.id LIMIT 1
  RETURN collect({person: p.id, schools: schools})[0] AS first
}
RETURN school.id AS school,
       collect(CASE WHEN met THEN norm.code END) AS met,
       collect(CASE WHEN NOT met THEN {norm: norm.code, person: first.person, schools: first.schools} END) AS missing
