// Answers: nothing; everything is confirmed, and the link has done its work.
// $scope: map, the person's own scope (person): only a link for her.
// $digest: string, SHA-256 of the link's token.
MATCH (l:CheckLink {digest: $digest})-[:FOR]->(:Person {id: $scope.person})
SET l.done_at = datetime()
