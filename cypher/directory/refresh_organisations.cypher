// Answers: how many of these organisations got another search text.
// No scope: the text is derived from the organisation itself; who reads it is checked when it is searched.
// $ids: list of strings; ids of anything else are passed over.
// $kinds: map, by kind of organisation the words by which people look for it.
// Columns: refreshed
UNWIND $ids AS id
MATCH (o:Organisation {id: id})
OPTIONAL MATCH (o)-[:IN_REGION]->(r:Region)
WITH o, head(collect(toLower(replace(r.code, '-', '')))) AS region,
     [o.place, o.municipality, o.postcode, replace(o.postcode, ' ', ''), $kinds[o.kind]] AS words,
     COLLECT { MATCH (o)-[:OFFERS]->(t:Theme) RETURN t.name ORDER BY t.code } AS themes
WITH o, region, reduce(text = o.name, word IN [w IN words WHERE w IS NOT NULL] + themes | text + ' | ' + word) AS text
// An apostrophe or a point does not end a word for Lucene; here it does: IB'er is found by IB.
WITH o, region, replace(replace(replace(text, "'", ' '), '’', ' '), '.', ' ') AS text,
     replace(replace(replace(o.name, "'", ' '), '’', ' '), '.', ' ') AS name
WHERE coalesce(o.search_region, '') <> coalesce(region, '') OR coalesce(o.search_text, '') <> text
   OR coalesce(o.search_name, '') <> name
SET o.search_region = region, o.search_name = name, o.search_text = text
RETURN count(*) AS refreshed
