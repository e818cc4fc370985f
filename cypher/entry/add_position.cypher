// Answers: the organisation of the keeper's region where somebody got a position; no row when either is not of it.
// $scope: map, the keeper's scope (person, region).
// $person: string, who gets the position; she works or is to begin in the region.
// $organisation: string, the organisation's id.
// $values: map (role, days, since).
// Columns: id
MATCH (o:Organisation {id: $organisation})
WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
CALL (o) {
  MATCH (p:Person {id: $person})
  WHERE EXISTS {
    MATCH (p)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE w.until IS NULL OR w.until >= date()
  }
  RETURN p
}
CREATE (p)-[made:WORKS_AT]->(o)
SET made = $values
SET made.verified_at = datetime(), made.updated_at = datetime(), made.updated_by = $scope.person
RETURN o.id AS id
