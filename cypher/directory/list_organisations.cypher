// Answers: the organisations of the region whose name has the text in it, with how many people work there now.
// $scope: map, the viewer's scope (region).
// $text: string, in lower case; empty for all.
// Columns: id, name, kind, place, municipality, people
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
WHERE toLower(o.name) CONTAINS $text
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.place AS place, o.municipality AS municipality, COUNT {
  MATCH (o)<-[w:WORKS_AT]-(p:Person)
  WHERE w.until IS NULL OR w.until >= date()
  RETURN DISTINCT p
} AS people
ORDER BY toLower(name), id
