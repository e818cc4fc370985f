// Answers: what the viewer did to her entry in the last day and may take back, the latest first.
// $scope: map, the viewer's scope (person, region).
// Columns: id, kind, what, holder, theme, mark, title, name, was
MATCH (u:EntryUndo)-[:BY]->(:Person {id: $scope.person})
WHERE u.region = $scope.region AND u.at > datetime() - duration('P1D')
OPTIONAL MATCH (u)-[:KEPT]->(was:EntryKept)
RETURN u.id AS id,
       CASE WHEN u.what IN ['left', 'succeeded'] THEN 'functie' WHEN u.theme IS NOT NULL THEN 'aanbod'
            WHEN u.holder = $scope.person THEN 'gegevens' ELSE 'organisatie' END AS kind,
       u.what AS what, u.holder AS holder, u.theme AS theme, u.mark AS mark, u.title AS title, u.name AS name,
       properties(was) AS was
ORDER BY u.at DESC, id DESC
