// Answers: which schools came under another board; `before` has the former board's name.
// No scope: the rows were written in the importer's region, in this same transaction.
// $rows: list of maps (row, brin, branch, board).
// Columns: created, changed
UNWIND $rows AS row
MATCH (o:Organisation {brin: row.brin, branch: row.branch})
CALL (row) { MATCH (board:Organisation {id: row.board}) RETURN board }
WITH row, o, board
WHERE NOT EXISTS { (o)-[:GOVERNED_BY]->(board) }
OPTIONAL MATCH (o)-[rule:GOVERNED_BY]->(former:Organisation)
WITH row, o, board, collect(rule) AS rules, collect(former.name) AS formers
FOREACH (rule IN rules | DELETE rule)
CREATE (o)-[:GOVERNED_BY]->(board)
RETURN collect(null) AS created, collect({row: row.row, before: [['board', head(formers)]]}) AS changed
