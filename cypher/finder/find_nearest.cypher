// Answers: who is nearest to the viewer when there is no way in: a support officer of the region's samenwerkingsverband
//   whom she or her IB'er knows; else her IB'er; else any support officer. Over her own and shared ties only.
// $scope: map, the viewer's scope (region, person, organisations).
// Columns: id, name, role, organisation, phone, email
MATCH (me:Person {id: $scope.person})
CALL (me) {
  UNWIND $scope.organisations AS id
  MATCH (o:Organisation {id: id})<-[w:WORKS_AT]-(p:Person)
  WHERE toLower(w.role) = 'ib' AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND p <> me
  RETURN 2 AS place, p, w, o
  UNION ALL
  MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(o:Organisation {kind: 'swv'})<-[w:WORKS_AT]-(p:Person)
  WHERE toLower(w.role) = 'ondersteuner' AND coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND p <> me
  RETURN CASE WHEN EXISTS {
    MATCH (p)-[t:CONTACT {state: 'present'}]-(near:Person)
    WHERE (startNode(t) = me OR t.visibility = 'shared') AND t.declined_at IS NULL
      AND (near = me OR EXISTS {
        MATCH (near)-[v:WORKS_AT]->(own:Organisation)
        WHERE own.id IN $scope.organisations AND toLower(v.role) = 'ib'
          AND coalesce(v.since, date()) <= date() <= coalesce(v.until, date())
      })
  } THEN 1 ELSE 3 END AS place, p, w, o
}
RETURN p.id AS id, p.name AS name, w.role AS role, o.name AS organisation, p.phone AS phone, p.email AS email
ORDER BY place, name, id LIMIT 1
