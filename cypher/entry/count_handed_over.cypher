// Answers: how much of the viewer goes to a successor at an organisation: contacts by visibility, and open cases.
// $scope: map, the viewer's scope (person): only her own.
// $organisation: string, the organisation's id.
// Columns: shared, introductions, cases
MATCH (p:Person {id: $scope.person})
RETURN COUNT {
    MATCH (p)-[c:CONTACT]->(a)
    WHERE c.state = 'present' AND c.visibility = 'shared' AND c.declined_at IS NULL
  } AS shared, COUNT {
    MATCH (p)-[c:CONTACT]->(a)
    WHERE c.state = 'present' AND c.visibility = 'introductions' AND c.declined_at IS NULL
  } AS introductions, COUNT {
    MATCH (p)<-[:FOR]-(h:Handover)-[:TO]->(o:Organisation)
    WHERE o.id = $organisation AND h.declined_at IS NULL
    MATCH (r:Referral)-[s:STEP]->(h)
    WHERE r.closed IS NULL AND NOT EXISTS { MATCH (r)-[later:STEP]->(:Handover) WHERE later.n > s.n }
    RETURN h
  } AS cases
