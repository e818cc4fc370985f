// Answers: the task that waits for people, made unless the same one (by its key) is open already.
// $scope: map, the scope in which it is raised (region).
// $task: map, the task (id, key, kind, subject).
// $person: string, the id of the person whom the task is about; null for nobody.
// $organisation: string, the id of the organisation that the task is about; null for none.
// Columns: id
MERGE (t:Task {open_key: $task.key})
ON CREATE SET t += $task, t.region = $scope.region, t.created_at = datetime()
WITH t
CALL (t) {
  MATCH (p:Person {id: $person})
  MERGE (t)-[:ABOUT]->(p)
}
CALL (t) {
  MATCH (o:Organisation {id: $organisation})
  MERGE (t)-[:ABOUT]->(o)
}
RETURN t.id AS id
