// Answers: the e-mail addresses of everybody who works or worked in the region.
// $scope: map, the region that is imported into (region).
// Columns: emails
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[:WORKS_AT]-(p:Person)
RETURN collect(DISTINCT p.email) AS emails
