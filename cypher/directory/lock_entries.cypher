// Answers: how many of these entries are there; who changes one of them waits until this transaction ends.
// No scope: which entries they may be is asked in the same transaction, after this.
// $ids: list of strings, in the same order for everybody, so that two who lock the same never wait for each other.
// Columns: locked
UNWIND $ids AS id
MATCH (n:Person|Organisation {id: id})
// Nothing is there by this name; removing it takes the lock, and one entry is locked before the next is looked up.
REMOVE n.lock
RETURN count(*) AS locked
