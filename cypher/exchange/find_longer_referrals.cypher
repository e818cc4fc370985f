// Answers: which of the rows are about a case of which we know more steps than the file has.
// No scope: a case's id starts with the importer's region.
// $rows: list of maps (row, id, number, steps).
// Columns: row, value, known
UNWIND $rows AS row
MATCH (r:Referral {id: row.id})
WITH row, COUNT { (r)-[:STEP]->() } AS known
WHERE known > row.steps
RETURN row.row AS row, toString(row.steps) AS value, known
