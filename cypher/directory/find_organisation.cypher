// Answers: one organisation of the viewer's region with who works there now; no row for one of another region.
// $scope: map, the viewer's scope (region).
// $id: string, the organisation's id.
// Columns: id, name, kind, place, municipality, phone, website, people
MATCH (o:Organisation {id: $id})-[:IN_REGION]->(:Region {code: $scope.region})
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.place AS place, o.municipality AS municipality,
  o.phone AS phone, o.website AS website, COLLECT {
    MATCH (o)<-[w:WORKS_AT]-(p:Person)
    WHERE w.until IS NULL OR w.until >= date()
    WITH p, w ORDER BY p.name, p.id, w.role
    RETURN {name: p.name, role: w.role}
  } AS people
