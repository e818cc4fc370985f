// Answers: which rows made an organisation, or gave one that was there other values; `before` has the old ones.
// $scope: map, the region that is imported into (region).
// $rows: list of maps (row, id, name_key, themes, values).
// Columns: created, changed
MATCH (region:Region {code: $scope.region})
UNWIND $rows AS row
MERGE (o:Organisation {id: row.id})
WITH region, row, o, o.kind IS NULL AS created,
     [f IN keys(row.values) WHERE NOT coalesce(o[f] = row.values[f], o[f] IS NULL AND row.values[f] IS NULL)
      | [f, toString(o[f])]] AS before
SET o += row.values, o.name_key = row.name_key
FOREACH (_ IN CASE WHEN created OR size(before) > 0 THEN [1] ELSE [] END | 
  SET o.imported_at = datetime(), o.updated_at = null, o.updated_by = null)
MERGE (o)-[:IN_REGION]->(region)
WITH row, o, created, before
CALL (row, o) {
  UNWIND row.themes AS code
  MATCH (theme:Theme {code: code})
  MERGE (o)-[:OFFERS]->(theme)
}
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
