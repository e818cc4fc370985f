// Answers: an organisation of the keeper's region, or who works or is to begin there, locked; no row for any other id.
// $scope: map, the keeper's scope (region).
// $holder: string, the id of the person or the organisation.
// Columns: id
CALL () {
  MATCH (h:Person {id: $holder})
  WHERE EXISTS {
    MATCH (h)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE w.until IS NULL OR w.until >= date()
  }
  RETURN h
  UNION
  MATCH (h:Organisation {id: $holder})
  WHERE EXISTS { (h)-[:IN_REGION]->(:Region {code: $scope.region}) }
  RETURN h
}
// Writing takes the lock, so that of two at the same moment the second reads what the first wrote.
SET h.locked = true
REMOVE h.locked
RETURN h.id AS id
