// Answers: which of the rows are about a school that is another region's already.
// $scope: map, the region that is imported into (region).
// $rows: list of maps (row, brin, branch).
// Columns: row, value, known
UNWIND $rows AS row
MATCH (o:Organisation {brin: row.brin, branch: row.branch})-[:IN_REGION]->(other:Region)
WHERE other.code <> $scope.region
RETURN row.row AS row, row.brin + row.branch AS value, other.code AS known
