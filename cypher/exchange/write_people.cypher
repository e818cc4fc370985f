// Answers: which rows made a person, or gave one other values; `before` has the old ones, when she is the region's. Who
//   works or worked in another region too is changed by nobody's file: she keeps her own entry right.
// $scope: map, the region that is imported into (region).
// $rows: list of maps (row, id, email, values).
// Columns: created, changed
UNWIND $rows AS row
MERGE (p:Person {email: row.email})
WITH row, p, p.id IS NULL AS created,
     [f IN keys(row.values) WHERE NOT coalesce(p[f] = row.values[f], p[f] IS NULL AND row.values[f] IS NULL)
      | [f, toString(p[f])]] AS before
WHERE created OR (size(before) > 0 AND NOT EXISTS {
  (p)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(other:Region) WHERE other.code <> $scope.region
})
WITH row, p, created,
     CASE WHEN EXISTS { (p)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region}) } THEN before
          ELSE [change IN before | [change[0], null]] END AS before
SET p.id = coalesce(p.id, row.id)
SET p += row.values
SET p.imported_at = CASE WHEN row.values.verified_at IS NULL THEN datetime() END
FOREACH (_ IN CASE WHEN any(change IN before WHERE change[0] <> 'verified_at') THEN [1] ELSE [] END |
  SET p.updated_at = null, p.updated_by = null)
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
