CREATE FULLTEXT INDEX directory_spelling IF NOT EXISTS FOR (n:Organisation|Person) ON EACH [n.search_region, n.search_name, n.search_text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX directory_words IF NOT EXISTS FOR (n:Organisation|Person) ON EACH [n.search_region, n.search_text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'dutch'}};
CREATE INDEX organisation_in_order IF NOT EXISTS FOR (n:Organisation) ON (n.search_region, n.name_key);
CREATE CONSTRAINT merge_id IF NOT EXISTS FOR (n:Merge) REQUIRE n.id IS UNIQUE;
CREATE INDEX merge_at IF NOT EXISTS FOR (n:Merge) ON (n.region, n.at);
