// Answers: every region there is.
// No scope: asked by the command line, for who runs the installation.
// Columns: code, name, revision
MATCH (r:Region)
RETURN r.code AS code, r.name AS name, r.revision AS revision
ORDER BY code
