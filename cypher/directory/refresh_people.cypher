// Answers: how many of these people, and of those who work at these organisations, got another search text.
// No scope: the text is derived from where she works; who reads it is checked when it is searched.
// $ids: list of strings; ids of anything else are passed over.
// Columns: refreshed
CALL () {
  UNWIND $ids AS id
  MATCH (p:Person {id: id})
  RETURN p
  UNION
  UNWIND $ids AS id
  MATCH (:Organisation {id: id})<-[:WORKS_AT]-(p:Person)
  RETURN p
}
OPTIONAL MATCH (p)-[w:WORKS_AT]->(o:Organisation)
WHERE w.until IS NULL OR w.until >= date()
WITH p, w, o, COLLECT { MATCH (o)-[:IN_REGION]->(r:Region) RETURN toLower(replace(r.code, '-', '')) } AS codes
ORDER BY o.id, w.role
WITH p, collect(codes) AS codes,
     collect([w.role, o.name, o.place, o.municipality, o.postcode, replace(o.postcode, ' ', '')]) AS places,
     COLLECT { MATCH (p)-[:OFFERS]->(t:Theme) RETURN t.name ORDER BY t.code } AS themes
WITH p, themes, reduce(text = '', code IN reduce(all = [], some IN codes | all + some)
                       | CASE WHEN text CONTAINS code THEN text ELSE trim(text + ' ' + code) END) AS region,
     [w IN reduce(all = [], some IN places | all + some) WHERE w IS NOT NULL] AS words
WITH p, region, reduce(text = p.name, word IN words + themes | text + ' | ' + word) AS text
// An apostrophe or a point does not end a word for Lucene; here it does: IB'er is found by IB.
WITH p, region, replace(replace(replace(text, "'", ' '), '’', ' '), '.', ' ') AS text,
     replace(replace(replace(p.name, "'", ' '), '’', ' '), '.', ' ') AS name
WHERE coalesce(p.search_region, '') <> region OR coalesce(p.search_text, '') <> text
   OR coalesce(p.search_name, '') <> name
SET p.search_region = CASE region WHEN '' THEN null ELSE region END, p.search_name = name, p.search_text = text
RETURN count(*) AS refreshed
