// Answers: nothing; an organisation of the keeper's region, or who works there and nowhere else, gets other values.
// $scope: map, the keeper's scope (person, region).
// $holder: string, the id of the person or the organisation.
// $values: map (name, phone, reachable; or phone, website).
// $changed: boolean, whether a value differs from what was there; else they are only said to be right.
CALL () {
  MATCH (h:Person {id: $holder})
  WHERE EXISTS {
    MATCH (h)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE w.until IS NULL OR w.until >= date()
  }
    AND NOT EXISTS {
    MATCH (h)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(other:Region) WHERE other.code <> $scope.region
  }
  RETURN h
  UNION
  MATCH (h:Organisation {id: $holder})
  WHERE EXISTS { (h)-[:IN_REGION]->(:Region {code: $scope.region}) }
  RETURN h
}
SET h.verified_at = datetime()
WITH h WHERE $changed
SET h += $values, h.version = coalesce(h.version, 0) + 1, h.updated_at = datetime(), h.updated_by = $scope.person
