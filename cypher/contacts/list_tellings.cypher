// Answers: to whom the viewer's ties were told as a step on a warm way, the latest first; also of ties that she took
// away since.
// $scope: map, the viewer's scope (person): only what was told of her own ties.
// Columns: alter, alter_name, listener, organisation, at
MATCH (t:Telling {ego: $scope.person})-[:TO]->(listener:Person)
CALL (t) {
  OPTIONAL MATCH (alter:Person {id: t.alter})
  RETURN alter.name AS alter_name
}
CALL (listener) {
  OPTIONAL MATCH (listener)-[w:WORKS_AT]->(o:Organisation)
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH o ORDER BY coalesce(w.days, 0) DESC, o.id
  RETURN head(collect(o.name)) AS organisation
}
RETURN t.alter AS alter, alter_name, listener.name AS listener, organisation, t.at AS at
ORDER BY toLower(alter_name), alter, at DESC, listener
