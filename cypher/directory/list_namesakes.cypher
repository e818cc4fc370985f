// Answers: the organisations of the region that share their name with another one there.
// $scope: map, the viewer's scope (region).
// Columns: name_key, organisations
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
WITH o ORDER BY o.id
WITH o.name_key AS name_key, collect(o {.id, .name, place: coalesce(o.place, o.municipality)}) AS organisations
WHERE size(organisations) > 1
RETURN name_key, organisations
ORDER BY name_key
