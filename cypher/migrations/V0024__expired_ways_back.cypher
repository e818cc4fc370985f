CREATE INDEX entry_undo_at IF NOT EXISTS FOR (n:EntryUndo) ON (n.at);
CREATE INDEX removed_contact_at IF NOT EXISTS FOR ()-[r:REMOVED_CONTACT]-() ON (r.removed_at);
