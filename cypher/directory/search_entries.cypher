// Answers: organisations and people of the viewer's region that resemble what was typed, the best first, at most $most.
// $scope: map, the viewer's scope (region).
// $spelling: string, what to ask of words as they are written: exact, their beginning, with a typing error.
// $words: string, what to ask of Dutch words, whatever their ending.
// $kind: string, a kind of organisation; empty for all.
// $theme: string, a theme's code; empty for all.
// $most: integer, how many at the most.
// Columns: type, id, name, kind, municipality, verified_at, themes, places
CALL () {
  CALL db.index.fulltext.queryNodes('directory_spelling', $spelling, {limit: $most}) YIELD node, score
  RETURN node, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('directory_words', $words, {limit: $most}) YIELD node, score
  RETURN node, score
}
WITH node, max(score) AS score
ORDER BY score DESC
LIMIT $most
WITH node, score, COLLECT {
  MATCH (node)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH o, w ORDER BY o.name, o.id, w.role
  RETURN {role: w.role, organisation: o.name, kind: o.kind, place: o.place, municipality: o.municipality,
          postcode: o.postcode}
} + COLLECT {
  MATCH (node)-[:IN_REGION]->(:Region {code: $scope.region})
  RETURN {place: node.place, municipality: node.municipality, postcode: node.postcode, kind: node.kind}
} AS places
WHERE size(places) > 0 AND ($kind = '' OR any(at IN places WHERE at.kind = $kind))
  AND ($theme = '' OR EXISTS { (node)-[:OFFERS]->(:Theme {code: $theme}) })
RETURN labels(node)[0] AS type, node.id AS id, node.name AS name, node.kind AS kind,
  node.municipality AS municipality, node.verified_at AS verified_at,
  COLLECT { MATCH (node)-[:OFFERS]->(t:Theme) RETURN t {.code, .name} ORDER BY t.code } AS themes, places
ORDER BY score DESC, node.id
