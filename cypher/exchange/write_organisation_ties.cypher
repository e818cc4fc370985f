// Answers: which rows made a tie to an organisation, or gave one other values; `before` has the old ones that may be told.
// $scope: map, the importer's scope (visibilities): kinds and notes, and all of a private tie, are the owner's own.
// $rows: list of maps (row, from, to, values).
// Columns: created, changed
UNWIND $rows AS row
MATCH (ego:Person {email: row.from})
CALL (row) { MATCH (alter:Organisation {id: row.to}) RETURN alter }
// The lock that a window on her contacts takes too, and first as it does: neither then waits for the other.
SET ego.contacts_lock = true
REMOVE ego.contacts_lock
WITH row, ego, alter
MERGE (ego)-[c:CONTACT]->(alter)
ON CREATE SET c.visibility = 'private', c.at = date()
WITH row, ego, c, c.state IS NULL AS created,
     // What its owner keeps to herself no file opens.
     c.state IS NOT NULL AND coalesce(c.visibility, 'private') = 'private' AS closed
WITH row, ego, c, created, closed,
     CASE WHEN created THEN []
          ELSE [f IN keys(row.values)
                WHERE NOT (closed AND f = 'visibility') AND NOT coalesce(c[f] = row.values[f], c[f] IS NULL AND row.values[f] IS NULL)] END AS fields
WHERE created OR size(fields) > 0
WITH row, ego, c, created, closed,
     [f IN fields | [f, CASE WHEN c.visibility IN $scope.visibilities AND NOT f IN ['kinds', 'note']
                             THEN toString(c[f]) END]] AS before
SET ego.contacts_written = coalesce(ego.contacts_written, 0) + 1
SET c += row.values, c.version = ego.contacts_written
SET c.visibility = CASE WHEN closed THEN 'private' ELSE c.visibility END
FOREACH (_ IN CASE WHEN created AND row.values.state IS NULL THEN [1] ELSE [] END | SET c.state = 'present')
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
