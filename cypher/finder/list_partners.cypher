// Answers: who in the region offers help with a theme to this age and has no closed intake, the viewer's own
//   organisations left out; with the one to call there, and the viewer's own tie. An unknown age fits.
// $scope: map, the viewer's scope (region, person, organisations).
// $theme: string, the theme's code.
// $age: integer, in years.
// Columns: id, person, organisation, contact, offer, tie
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation)
WHERE NOT EXISTS {
  (o)<-[w:WORKS_AT WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())]-(:Person {id: $scope.person})
}
// A theme by its code and not by its label: so that no plan begins at the theme, and walks the offers of the country.
CALL (o) {
  MATCH (o)-[offer:OFFERS]->(theme {code: $theme})
  RETURN o AS partner, null AS role, offer
  UNION ALL
  MATCH (o)<-[w:WORKS_AT]-(p:Person)-[offer:OFFERS]->(theme {code: $theme})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN p AS partner, w.role AS role, offer
}
WITH o, partner, role, offer
WHERE coalesce(offer.accepting, true) AND partner.id <> $scope.person
  AND coalesce(offer.age_from, $age) <= $age AND $age <= coalesce(offer.age_to, $age)
WITH partner, offer, role, o ORDER BY o.id
WITH partner, offer, collect({role: role, organisation: o})[0] AS first
WITH partner, offer, first.role AS role, first.organisation AS o
OPTIONAL CALL (partner, role, o) {
  WITH * WHERE partner:Person
  RETURN partner AS p, role AS as_what
  UNION ALL
  WITH * WHERE NOT partner:Person
  MATCH (o)<-[w:WORKS_AT]-(colleague:Person)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  RETURN colleague AS p, w.role AS as_what
  ORDER BY coalesce(w.days, 0) DESC, colleague.name, colleague.id LIMIT 1
}
WITH partner, offer, o, p, as_what
RETURN partner.id AS id, partner:Person AS person,
  o {.id, .name, .kind, .phone, .website, place: coalesce(o.place, o.municipality), .municipality,
     verified_at: o.verified_at, latitude: o.location.latitude, longitude: o.location.longitude} AS organisation,
  p {.id, .name, .phone, .email, role: as_what} AS contact,
  offer {.capacity, .waiting_days, .accepting, .verified_at} AS offer,
  COLLECT {
    MATCH (:Person {id: $scope.person})-[c:CONTACT]->(partner)
    RETURN c.state
  }[0] AS tie
