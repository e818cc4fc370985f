// Answers: organisations of the region in the order of their names, from one on, with how many people work there now.
// $scope: map, the viewer's scope (region).
// $region: string, the region as the search texts name it.
// $kind: string, a kind of organisation; empty for all.
// $theme: string, a theme's code; empty for all.
// $after: list of strings, the name key and the id of the last one that was shown; both empty at the beginning.
// $most: integer, how many at the most.
// Columns: id, name, name_key, kind, place, municipality, people
MATCH (o:Organisation)
WHERE o.search_region = $region AND o.name_key >= $after[0] AND (o.name_key > $after[0] OR o.id > $after[1])
  AND ($kind = '' OR o.kind = $kind) AND EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
  AND ($theme = '' OR EXISTS { (o)-[:OFFERS]->(:Theme {code: $theme}) })
WITH o ORDER BY o.name_key, o.id LIMIT $most
RETURN o.id AS id, o.name AS name, o.name_key AS name_key, o.kind AS kind, o.place AS place,
  o.municipality AS municipality, COUNT {
    MATCH (o)<-[w:WORKS_AT]-(p:Person)
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    RETURN DISTINCT p
  } AS people
ORDER BY name_key, id
