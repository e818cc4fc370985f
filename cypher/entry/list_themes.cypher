// Answers: every theme there is.
// No scope: themes are the same for everybody.
// Columns: code, name
MATCH (t:Theme)
RETURN t.code AS code, t.name AS name
ORDER BY name
