// Answers: an organisation of the keeper's region, or who works or is to begin there, with her positions there that are
//   not past. Who works or worked in another region too is not `open`: her name and phone are hers alone to change.
// $scope: map, the keeper's scope (region).
// $holder: string, the id of the person or the organisation.
// Columns: id, name, is_person, open, phone, reachable, website, verified_at, updated_at, updated_by, positions
CALL () {
  MATCH (h:Person {id: $holder})
  WHERE EXISTS {
    MATCH (h)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE w.until IS NULL OR w.until >= date()
  }
  RETURN h, NOT EXISTS {
    MATCH (h)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(other:Region) WHERE other.code <> $scope.region
  } AS open
  UNION
  MATCH (h:Organisation {id: $holder})
  WHERE EXISTS { (h)-[:IN_REGION]->(:Region {code: $scope.region}) }
  RETURN h, true AS open
}
RETURN h.id AS id, h.name AS name, h:Person AS is_person, open, h.phone AS phone, h.reachable AS reachable,
  h.website AS website, h.verified_at AS verified_at, h.updated_at AS updated_at,
  COLLECT { MATCH (q:Person {id: h.updated_by}) RETURN q.name }[0] AS updated_by,
  COLLECT {
    MATCH (h)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE w.until IS NULL OR w.until >= date()
    WITH w, o ORDER BY o.name, o.id, w.role, w.since
    RETURN w {
      .role, .days, .since, .until, .verified_at, .updated_at, organisation: o.id, organisation_name: o.name,
      updated_by: COLLECT { MATCH (q:Person {id: w.updated_by}) RETURN q.name }[0]
    }
  } AS positions
