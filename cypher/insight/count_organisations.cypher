// Answers: how many schools, partners and people work in the region now; boards and the samenwerkingsverband are neither.
// $scope: map, the viewer's scope (region).
// $school_kinds: list of string, the kinds of organisation that are schools.
// $partner_kinds: list of string, the kinds of organisation that are partners.
// Columns: schools, partners, people
MATCH (r:Region {code: $scope.region})
RETURN COUNT { (r)<-[:IN_REGION]-(o:Organisation) WHERE o.kind IN $school_kinds } AS schools,
  COUNT { (r)<-[:IN_REGION]-(o:Organisation) WHERE o.kind IN $partner_kinds } AS partners,
  COUNT {
    MATCH (r)<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person)
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    RETURN DISTINCT p
  } AS people
