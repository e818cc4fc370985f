// Answers: the themes by which a partner is looked for.
// No scope: the same in every region.
// Columns: code, name
MATCH (t:Theme)
RETURN t.code AS code, t.name AS name
ORDER BY name
