// Answers: which rows made a school, or gave one other values; `before` has the old ones.
// $scope: map, the region that is imported into (region).
// $rows: list of maps (row, id, brin, branch, name_key, values).
// Columns: created, changed
MATCH (region:Region {code: $scope.region})
UNWIND $rows AS row
MERGE (o:Organisation {brin: row.brin, branch: row.branch})
WITH region, row, o, o.id IS NULL AS created,
     [f IN keys(row.values) WHERE NOT coalesce(o[f] = row.values[f], o[f] IS NULL AND row.values[f] IS NULL)
      | [f, toString(o[f])]] AS before
WHERE created OR size(before) > 0
SET o.id = coalesce(o.id, row.id), o.kind = coalesce(o.kind, 'bao'), o.name_key = row.name_key
SET o += row.values, o.imported_at = datetime(), o.updated_at = null, o.updated_by = null
MERGE (o)-[:IN_REGION]->(region)
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
