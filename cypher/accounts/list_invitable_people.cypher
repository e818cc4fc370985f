// Answers: who works in the region now and has no account yet.
// $scope: map, the viewer's scope (region).
// Columns: email, name
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND NOT EXISTS { (p)<-[:OF]-(:Account) }
RETURN DISTINCT p.email AS email, p.name AS name
ORDER BY name, email
