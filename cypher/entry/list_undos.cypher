// Answers: what the viewer did to her entry in the last day and may take back, the latest first.
// $scope: map, the viewer's scope (person, region).
// Columns: id, what, holder, theme, mark, title, name
MATCH (u:EntryUndo)-[:BY]->(:Person {id: $scope.person})
WHERE u.region = $scope.region AND u.at > datetime() - duration('P1D')
RETURN u.id AS id, u.what AS what, u.holder AS holder, u.theme AS theme, u.mark AS mark, u.title AS title,
       u.name AS name
ORDER BY u.at DESC, id DESC
