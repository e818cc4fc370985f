// Answers: to whom of another organisation people of the viewer's own turn: who took on what they handed over, and with
// whom they have a present, shared contact. A case that was declined and came back was not turned to.
// $scope: map, the viewer's scope (region, organisations).
// $mine: string, the id of one of the viewer's organisations.
// $other: string, the id of the other.
// Columns: id, name, askers
MATCH (mine:Organisation {id: $mine})
WHERE EXISTS { (mine)-[:IN_REGION]->(:Region {code: $scope.region}) } AND $mine IN $scope.organisations
CALL (mine) {
  MATCH (mine)<-[:FROM]-(h:Handover)-[:TO]->(:Organisation {id: $other})
  MATCH (h)-[:BY]->(asker:Person)
  MATCH (h)-[:FOR]->(person:Person)
  WHERE NOT EXISTS {
    MATCH (h)<-[s:STEP]-(:Referral)-[before:STEP]->(declined:Handover)
    WHERE before.n = s.n - 1 AND declined.declined_at IS NOT NULL
  }
  RETURN asker, person
  UNION
  MATCH (mine)<-[w:WORKS_AT]-(asker:Person)-[c:CONTACT {state: 'present', visibility: 'shared'}]->(person:Person)
  WHERE c.declined_at IS NULL AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  MATCH (person)-[v:WORKS_AT]->(:Organisation {id: $other})
  WHERE coalesce(v.since, date()) <= date() <= coalesce(v.until, date())
  RETURN asker, person
}
RETURN person.id AS id, person.name AS name, collect(DISTINCT asker.id) AS askers
