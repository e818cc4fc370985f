// Answers: who works around the viewer's schools and is not tied to her: by name where that may be told, else as an
// organisation alone (`person` is null). The rule, and why, stands at `rules.may_name`; what it hides never leaves here.
// $scope: map, the viewer's scope (region, person, organisations): her schools are where she works and where she is in
// touch with somebody.
// $school_kinds: list of strings, the kinds of organisation that are schools.
// $tellable: list of strings, the visibilities of the ties that count.
// $fewest_tellers: integer, on how many people's ties a name must rest when the person did not share her own tie.
// Columns: person, organisation, schools
MATCH (me:Person {id: $scope.person})
CALL (me) {
  CALL (me) {
    MATCH (me)-[w:WORKS_AT]->(s:Organisation) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) RETURN s
    UNION
    MATCH (me)-[:CONTACT {state: 'present'}]->(s:Organisation) RETURN s
    UNION
    MATCH (me)-[:CONTACT {state: 'present'}]->(:Person)-[w:WORKS_AT]->(s:Organisation)
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
    RETURN s
  }
  WITH me, s WHERE s.kind IN $school_kinds
  CALL (me, s) {
    MATCH (s)<-[v:WORKS_AT]-(q:Person)-[c:CONTACT {state: 'present'}]-(x:Person)
    WHERE coalesce(v.since, date()) <= date() <= coalesce(v.until, date()) AND q <> me AND c.visibility IN $tellable
      AND c.declined_at IS NULL
    RETURN x, startNode(c) AS teller, startNode(c) = x AND c.visibility = 'shared' AS open
    UNION ALL
    MATCH (s)<-[c:CONTACT {state: 'present'}]-(x:Person)
    WHERE c.visibility IN $tellable
    RETURN x, x AS teller, c.visibility = 'shared' AS open
  }
  RETURN s, x, teller, open
  UNION ALL
  MATCH (me)<-[:BY|FOR]-(:Handover)<-[:STEP]-(r:Referral)-[:IN_REGION]->(:Region {code: $scope.region})
  WITH DISTINCT r
  MATCH (r)-[:STEP]->(:Handover)-[:BY|FOR]->(x:Person)
  WITH DISTINCT r, x
  MATCH (r)-[:STEP]->(:Handover)-[:FROM|TO]->(s:Organisation)
  WHERE s.kind IN $school_kinds
  RETURN DISTINCT s, x, null AS teller, true AS open
}
WITH me, s, x, teller, open
WHERE x <> me
  AND EXISTS { (s)-[:IN_REGION]->(:Region {code: $scope.region}) }
  AND NOT EXISTS { (me)-[:CONTACT]->(x) }
  AND NOT EXISTS {
    MATCH (x)-[w:WORKS_AT]->(o:Organisation)
    WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND (o = s OR o.id IN $scope.organisations)
  }
WITH x, s, collect(DISTINCT teller) AS tellers, max(open) AS open
WITH x, collect({school: s, open: open}) AS around, collect(tellers) AS told_by
WITH x, around, size(reduce(all = [], some IN told_by | all + [t IN some WHERE NOT t IN all])) >= $fewest_tellers AS many
CALL (x, around, many) {
  WITH [row IN around WHERE many OR row.open | row.school] AS schools
  WHERE size(schools) > 0
  MATCH (x)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
  WITH schools, o, w ORDER BY coalesce(w.days, 0) DESC, w.since, o.id
  WITH schools, collect({role: w.role, organisation: o.name, kind: o.kind}) AS positions
  RETURN {id: x.id, name: x.name, kind: null, positions: positions} AS person, null AS organisation, schools
  UNION ALL
  WITH [row IN around WHERE NOT (many OR row.open) | row.school] AS schools
  WHERE size(schools) > 0
  MATCH (x)-[w:WORKS_AT]->(o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date()) AND NOT o IN schools
  RETURN null AS person, {id: o.id, name: o.name, kind: o.kind, positions: []} AS organisation, schools
}
UNWIND schools AS school
WITH DISTINCT person, organisation, school
ORDER BY toLower(school.name), school.id
WITH person, organisation, collect({id: school.id, name: school.name}) AS schools
RETURN person, organisation, schools
ORDER BY size(schools) DESC, person IS NULL, toLower(coalesce(person, organisation).name), coalesce(person, organisation).id
