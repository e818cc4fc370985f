// Answers: which rows made a tie to a person, or gave one other values; `before` has the old ones that may be told.
//   What only its owner may see is compared with what a file last said, so that no count tells what she has: a private
//   tie that no file spoke of counts as made.
// $scope: map, the importer's scope (visibilities): kinds and notes, and all of a private tie, are the owner's own.
// $rows: list of maps (row, from, to, values, said); `said` has for each value a number that stands for it.
// Columns: created, changed
UNWIND $rows AS row
MATCH (ego:Person {email: row.from})
CALL (row) { MATCH (alter:Person {email: row.to}) RETURN alter }
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
     [f IN CASE WHEN created THEN [] ELSE keys(row.values) END
      WHERE NOT (closed AND f = 'visibility') AND NOT CASE WHEN closed OR f IN ['kinds', 'note']
        THEN row.said[f] IN coalesce(c.said, [])
        ELSE coalesce(c[f] = row.values[f], c[f] IS NULL AND row.values[f] IS NULL) END] AS fields
WITH row, ego, c, created, closed, fields, created OR (closed AND c.said IS NULL) AS new
WHERE new OR size(fields) > 0
WITH row, ego, c, created, closed, new,
     [f IN fields | [f, CASE WHEN c.visibility IN $scope.visibilities AND NOT f IN ['kinds', 'note']
                             THEN toString(c[f]) END]] AS before
SET ego.contacts_written = coalesce(ego.contacts_written, 0) + 1
SET c += row.values, c.version = ego.contacts_written, c.said = [f IN keys(row.said) | row.said[f]]
SET c.visibility = CASE WHEN closed THEN 'private' ELSE c.visibility END
FOREACH (_ IN CASE WHEN created AND row.values.state IS NULL THEN [1] ELSE [] END | SET c.state = 'present')
RETURN collect(CASE WHEN new THEN row.row END) AS created,
       collect(CASE WHEN NOT new THEN {row: row.row, before: before} END) AS changed
