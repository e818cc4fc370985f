// Answers: which rows made an offer, or gave one other values; `before` has the old ones. That something is still right
//   (verified_at) is no change of what is offered. A value is as old as the file says, else as its being read in.
// No scope: the organisations were found in the importer's region, in this same transaction.
// $rows: list of maps (row, organisation, theme, values).
// Columns: created, changed
UNWIND $rows AS row
MATCH (o:Organisation {id: row.organisation})
CALL (row) { MATCH (t:Theme {code: row.theme}) RETURN t }
OPTIONAL MATCH (o)-[known:OFFERS]->(t)
WITH row, o, t, known IS NULL AS created,
     [f IN keys(row.values)
      WHERE NOT coalesce(known[f] = row.values[f], known[f] IS NULL AND row.values[f] IS NULL)
      | [f, toString(known[f])]] AS before
WHERE created OR size(before) > 0
MERGE (o)-[offer:OFFERS]->(t)
SET offer += row.values
SET offer.imported_at = CASE WHEN row.values.verified_at IS NULL THEN datetime() END
FOREACH (_ IN CASE WHEN any(change IN before WHERE change[0] <> 'verified_at') THEN [1] ELSE [] END |
  SET offer.updated_at = null, offer.updated_by = null)
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
