// Answers: how much of the viewer goes to a successor at an organisation: contacts by visibility, and open cases.
// $scope: map, the viewer's scope (region, person): only her own, and of this region.
// $organisation: string, the organisation's id.
// Columns: shared, introductions, cases
MATCH (p:Person {id: $scope.person})
CALL (p) {
  MATCH (p)-[c:CONTACT]->(a)
  WHERE c.state = 'present' AND c.declined_at IS NULL
    AND (EXISTS { (a)-[:IN_REGION]->(:Region {code: $scope.region}) } OR EXISTS {
    MATCH (a)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  })
  RETURN count(CASE c.visibility WHEN 'shared' THEN 1 END) AS shared,
         count(CASE c.visibility WHEN 'introductions' THEN 1 END) AS introductions
}
RETURN shared, introductions, COUNT {
    MATCH (p)<-[:FOR]-(h:Handover)-[:TO]->(o:Organisation)
    WHERE o.id = $organisation AND h.declined_at IS NULL
    MATCH (r:Referral)-[s:STEP]->(h)
    WHERE r.closed IS NULL
      // On hand: asked of her and not answered, or hers until who was asked after her accepts.
      AND NOT EXISTS {
        MATCH (r)-[later:STEP]->(x:Handover)
        WHERE later.n > s.n AND (h.accepted_at IS NULL OR x.accepted_at IS NOT NULL)
      }
    RETURN h
  } AS cases
