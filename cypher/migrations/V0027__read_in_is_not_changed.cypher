MATCH (n:Organisation|Person)
WHERE n.updated_at IS NOT NULL AND n.updated_by IS NULL
SET n.imported_at = CASE WHEN n.verified_at IS NULL THEN n.updated_at END
REMOVE n.updated_at;
MATCH (:Organisation|Person)-[r:OFFERS|WORKS_AT]->()
WHERE r.updated_at IS NOT NULL AND r.updated_by IS NULL
SET r.imported_at = CASE WHEN r.verified_at IS NULL THEN r.updated_at END
REMOVE r.updated_at;
