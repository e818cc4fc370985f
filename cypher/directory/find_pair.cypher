// Answers: two people or two organisations of the viewer's region, side by side; a row each, none for one elsewhere.
// $scope: map, the viewer's scope (region).
// $ids: list of strings, the two ids.
// Columns: id, type, values, positions, has_account, open_account, elsewhere, secret
UNWIND $ids AS id
MATCH (n:Person|Organisation {id: id})
WHERE EXISTS { (n)-[:IN_REGION]->(:Region {code: $scope.region}) }
   OR EXISTS { (n)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region}) }
RETURN id, labels(n)[0] AS type,
  n {.name, .email, .phone, .reachable, .kind, .brin, .branch, .postcode, .place, .municipality, .website} AS values,
  COLLECT {
    MATCH (n)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WITH o, w ORDER BY o.name, w.role
    RETURN {role: w.role, organisation: o.name}
  } AS positions,
  EXISTS { (n)<-[:OF]-(:Account) } AS has_account,
  EXISTS { MATCH (n)<-[:OF]-(a:Account) WHERE a.closed_at IS NULL } AS open_account,
  EXISTS {
    MATCH (n)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(r:Region)
    WHERE r.code <> $scope.region
  } AS elsewhere,
  EXISTS {
    MATCH (n)-[c:CONTACT]->()
    WHERE coalesce(c.visibility, 'private') = 'private' OR c.note IS NOT NULL
      OR any(kind IN coalesce(c.kinds, []) WHERE kind IN ['G', 'E', 'R'])
  } AS secret
