// Answers: who or what of the viewer's region is reached at an e-mail address or a phone number, as her page tells too.
// $scope: map, the viewer's scope (region).
// $email: string, in lower case; empty for none.
// $phone: string, as `app.platform.phone.plain` writes it; empty for none.
// $kind: string, a kind of organisation; empty for all.
// $theme: string, a theme's code; empty for all.
// Columns: type, id, name, kind, municipality, verified_at, themes, places
CALL () {
  MATCH (node:Person {email: $email})
  WHERE $email <> ''
  RETURN node
  UNION
  MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
  CALL (o) {
    RETURN o AS node
    UNION
    MATCH (o)<-[:WORKS_AT]-(p:Person)
    RETURN p AS node
  }
  WITH node, reduce(text = node.phone, sign IN ['(0)', ' ', '(', ')', '-', '.', '/'] | replace(text, sign, '')) AS digits
  WHERE $phone <> '' AND $phone = CASE WHEN digits STARTS WITH '+31' THEN '0' + substring(digits, 3) ELSE digits END
  RETURN node
}
WITH node, COLLECT {
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
ORDER BY name, id
