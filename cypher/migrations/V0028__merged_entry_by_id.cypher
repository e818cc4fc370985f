CREATE INDEX merged_entry_id IF NOT EXISTS FOR (n:MergedEntry) ON (n.id);
