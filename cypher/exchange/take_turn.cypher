// Answers: nothing; waits until no other import into the region is under way, and lets the next one wait for this one.
// $scope: map, the importer's scope (region).
MERGE (turn:ImportTurn {region: $scope.region})
SET turn.at = datetime()
