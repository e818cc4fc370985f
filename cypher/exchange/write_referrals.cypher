// Answers: which rows made a case, or gave one other values; `before` has the old ones.
// $scope: map, the region that is imported into (region).
// $rows: list of maps (row, id, number, values).
// Columns: created, changed
MATCH (region:Region {code: $scope.region})
UNWIND $rows AS row
MERGE (r:Referral {id: row.id})
WITH region, row, r, r.number IS NULL AS created,
     [f IN keys(row.values) WHERE NOT coalesce(r[f] = row.values[f], r[f] IS NULL AND row.values[f] IS NULL)
      | [f, toString(r[f])]] AS before
WHERE created OR size(before) > 0
SET r.number = row.number
SET r += row.values
FOREACH (_ IN CASE WHEN created THEN [] ELSE [1] END | SET r.version = coalesce(r.version, 0) + 1)
MERGE (r)-[:IN_REGION]->(region)
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
