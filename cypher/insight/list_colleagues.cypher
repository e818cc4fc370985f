// Answers: the organisations where the viewer works, each with who works there now.
// $scope: map, the viewer's scope (region, organisations).
// Columns: id, name, kind, colleagues
UNWIND $scope.organisations AS organisation
MATCH (o:Organisation {id: organisation})
WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
RETURN o.id AS id, o.name AS name, o.kind AS kind, COLLECT {
  MATCH (o)<-[w:WORKS_AT]-(p:Person)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH p, w ORDER BY p.name, p.id, w.role
  RETURN {id: p.id, name: p.name, role: w.role}
} AS colleagues
ORDER BY name, id
