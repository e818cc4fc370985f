MATCH (o:Organisation)
OPTIONAL MATCH (o)-[:IN_REGION]->(r:Region)
WITH o, head(collect(toLower(replace(r.code, '-', '')))) AS region,
     [o.place, o.municipality, o.postcode, replace(o.postcode, ' ', ''), {bao: 'basisschool basisonderwijs bao', sbo: 'speciaal basisonderwijs sbo', so: 'speciaal onderwijs so',
       vso: 'voortgezet speciaal onderwijs vso', swv: 'samenwerkingsverband swv', bestuur: 'schoolbestuur bestuur',
       gemeente: 'gemeente', jgz: 'jeugdgezondheidszorg jgz ggd schoolarts', jeugdhulp: 'jeugdhulp jeugdzorg',
       wijkteam: 'wijkteam sociaal team', veilig_thuis: 'veilig thuis', kinderopvang: 'kinderopvang',
       samenwerking: 'samenwerking'}[o.kind]] AS words,
     COLLECT { MATCH (o)-[:OFFERS]->(t:Theme) RETURN t.name ORDER BY t.code } AS themes
WITH o, region, reduce(text = o.name, word IN [w IN words WHERE w IS NOT NULL] + themes | text + ' | ' + word) AS text
WITH o, region, replace(replace(replace(text, "'", ' '), '’', ' '), '.', ' ') AS text,
     replace(replace(replace(o.name, "'", ' '), '’', ' '), '.', ' ') AS name
WHERE coalesce(o.search_region, '') <> coalesce(region, '') OR coalesce(o.search_text, '') <> text
   OR coalesce(o.search_name, '') <> name
SET o.search_region = region, o.search_name = name, o.search_text = text;
MATCH (p:Person)
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
WITH p, region, replace(replace(replace(text, "'", ' '), '’', ' '), '.', ' ') AS text,
     replace(replace(replace(p.name, "'", ' '), '’', ' '), '.', ' ') AS name
WHERE coalesce(p.search_region, '') <> region OR coalesce(p.search_text, '') <> text
   OR coalesce(p.search_name, '') <> name
SET p.search_region = CASE region WHEN '' THEN null ELSE region END, p.search_name = name, p.search_text = text;
