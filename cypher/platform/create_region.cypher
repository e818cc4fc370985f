// Answers: the region with this code, made when it is not there yet.
// $scope: map, holds the region's code (region).
// $name: string, what people call the region.
// Columns: code, name, revision
MERGE (r:Region {code: $scope.region})
ON CREATE SET r.revision = 0, r.name = $name
SET r.name = $name
RETURN r.code AS code, r.name AS name, r.revision AS revision
