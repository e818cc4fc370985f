// That a tie is declined stands on the tie itself, where every question that reads it can leave it out.
MATCH (alter:Person)-[d:DECLINED]->(ego:Person)
OPTIONAL MATCH (ego)-[told:CONTACT]->(alter)
SET told.declined_at = d.at
DELETE d;
