// Answers: nothing; puts a mail in the outbox, due at once.
// $scope: map, the scope of what causes the mail (region).
// $mail: map, the mail (id, to, subject, text, html).
// $about: string, the id of the person whom the mail is about; null for nobody.
CREATE (m:Mail {region: $scope.region, queued_at: datetime(), due_at: datetime(), tries: 0})
SET m += $mail
WITH m
MATCH (p:Person {id: $about})
CREATE (m)-[:ABOUT]->(p)
