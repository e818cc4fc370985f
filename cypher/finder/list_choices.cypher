// Answers: about which places of the region can be asked, and where the viewer's own organisation is.
// $scope: map, the viewer's scope (region, organisations).
// Columns: places, own
MATCH (region:Region {code: $scope.region})
CALL (region) {
  MATCH (region)<-[:IN_REGION]-(o:Organisation)
  WITH coalesce(o.place, o.municipality) AS place, o.municipality AS municipality
  WHERE place IS NOT NULL AND place <> ''
  WITH place, collect(DISTINCT municipality) AS municipalities
  ORDER BY toLower(place), place
  RETURN collect({name: place, municipalities: municipalities}) AS places
}
CALL (region) {
  UNWIND $scope.organisations AS id
  MATCH (o:Organisation {id: id})
  WITH o ORDER BY coalesce(o.place, o.municipality) IS NULL, o.id LIMIT 1
  RETURN collect({
    place: coalesce(o.place, o.municipality), latitude: o.location.latitude, longitude: o.location.longitude
  })[0] AS own
}
RETURN places, own
