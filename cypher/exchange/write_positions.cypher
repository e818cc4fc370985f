// Answers: which rows made a position, or gave one other values; `before` has the old ones.
// No scope: the organisations were found in the importer's region, in this same transaction.
// $rows: list of maps (row, email, organisation, role, dated, since, values).
// Columns: created, changed
UNWIND $rows AS row
MATCH (p:Person {email: row.email})
CALL (row) { MATCH (o:Organisation {id: row.organisation}) RETURN o }
CALL (row, p, o) {
  OPTIONAL MATCH (p)-[w:WORKS_AT {role: row.role}]->(o)
  WHERE CASE
    WHEN row.dated THEN w.since = row.since OR (w.since IS NULL AND row.since IS NULL)
    // A file without first days means the position that she holds, or the one that ended on the row's own last day.
    ELSE w.until IS NULL OR w.until >= date() OR w.until = row.values.until
  END
  RETURN w ORDER BY w.until IS NULL DESC, w.since DESC LIMIT 1
}
WITH row, p, o, w,
     [f IN keys(row.values) WHERE NOT coalesce(w[f] = row.values[f], w[f] IS NULL AND row.values[f] IS NULL)
      | [f, toString(w[f])]] AS before
WHERE w IS NULL OR size(before) > 0
WITH row, p, o, w, w IS NULL AS created, before
FOREACH (_ IN CASE WHEN created THEN [1] ELSE [] END |
  CREATE (p)-[made:WORKS_AT {role: row.role, since: row.since}]->(o)
  SET made += row.values, made.imported_at = CASE WHEN row.values.verified_at IS NULL THEN datetime() END)
FOREACH (kept IN CASE WHEN created THEN [] ELSE [w] END |
  SET kept += row.values, kept.imported_at = CASE WHEN row.values.verified_at IS NULL THEN datetime() END)
FOREACH (kept IN CASE WHEN any(change IN before WHERE change[0] <> 'verified_at') AND NOT created THEN [w] ELSE [] END |
  SET kept.updated_at = null, kept.updated_by = null)
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
