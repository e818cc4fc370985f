// Answers: which rows made a handover, or gave one other values; `before` has the old ones.
// No scope: a case's id starts with the importer's region, and both ends were found there in this transaction.
// $rows: list of maps (row, referral, n, values).
// Columns: created, changed
UNWIND $rows AS row
MATCH (r:Referral {id: row.referral})
MERGE (r)-[:STEP {n: row.n}]->(h:Handover)
WITH row, r, h, h.at IS NULL AS created
OPTIONAL MATCH (h)-[:FROM]->(origin:Organisation)
OPTIONAL MATCH (h)-[:TO]->(target:Organisation)
OPTIONAL MATCH (h)-[:BY]->(giver:Person)
OPTIONAL MATCH (h)-[:FOR]->(taker:Person)
WITH row, r, h, created,
     {from: origin.id, to: target.id, by: giver.email, for: taker.email, at: h.at, accepted_at: h.accepted_at,
      declined_at: h.declined_at, reason: h.reason, note: h.note} AS old,
     {from: origin.name, to: target.name} AS names
WITH row, r, h, created, old,
     [f IN keys(row.values) WHERE NOT coalesce(old[f] = row.values[f], old[f] IS NULL AND row.values[f] IS NULL)
      | [f, toString(coalesce(names[f], old[f]))]] AS before
WHERE created OR size(before) > 0
// Who has the case before her is told that it is not as she saw it; a step that is new tells so by itself.
FOREACH (_ IN CASE WHEN created THEN [] ELSE [1] END | SET r.version = coalesce(r.version, 0) + 1)
WITH row, h, created, before, old
OPTIONAL MATCH (h)-[end:FROM|TO|BY|FOR]->()
WITH row, h, created, before, old, collect(end) AS ends
FOREACH (end IN ends | DELETE end)
SET h.at = row.values.at
SET h.accepted_at = CASE WHEN 'accepted_at' IN keys(row.values) THEN row.values.accepted_at ELSE h.accepted_at END
SET h.declined_at = CASE WHEN 'declined_at' IN keys(row.values) THEN row.values.declined_at ELSE h.declined_at END
SET h.reason = CASE WHEN 'reason' IN keys(row.values) THEN row.values.reason ELSE h.reason END
SET h.note = CASE WHEN 'note' IN keys(row.values) THEN row.values.note ELSE h.note END
WITH row, h, created, before,
     CASE WHEN 'by' IN keys(row.values) THEN row.values.by ELSE old.by END AS by,
     CASE WHEN 'for' IN keys(row.values) THEN row.values.for ELSE old.for END AS for
MATCH (origin:Organisation {id: row.values.from})
CALL (row) { MATCH (target:Organisation {id: row.values.to}) RETURN target }
CREATE (origin)<-[:FROM]-(h)-[:TO]->(target)
WITH row, h, created, before, by, for
CALL (h, by) { MATCH (p:Person {email: by}) CREATE (h)-[:BY]->(p) }
CALL (h, for) { MATCH (p:Person {email: for}) CREATE (h)-[:FOR]->(p) }
RETURN collect(CASE WHEN created THEN row.row END) AS created,
       collect(CASE WHEN NOT created THEN {row: row.row, before: before} END) AS changed
