MATCH (a:Account)-[:OF]->(:Person)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(r:Region)
WHERE a.region IS NULL
WITH a, min(r.code) AS home
SET a.region = home;
