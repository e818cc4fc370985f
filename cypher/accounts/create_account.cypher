// Answers: the account of the person with this e-mail address, made when there is none yet, with the given role; no
//   row when her account is another region's.
// $scope: map, the scope in which it is made (region); the person works there now.
// $id: string, the id for a new account.
// $email: string, the person's e-mail address.
// $role: string, one of the roles.
// Columns: id, role
MATCH (p:Person {email: $email})
WHERE EXISTS {
  MATCH (p)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
}
MERGE (a:Account {email: $email})
ON CREATE SET a.id = $id, a.created_at = datetime(), a.region = $scope.region
WITH a, p
WHERE a.region = $scope.region
SET a.role = $role
MERGE (a)-[:OF]->(p)
RETURN a.id AS id, a.role AS role
