// Answers: what the things are called to which the audit trail points by id or by code; what is not there has no row.
// $scope: map, the viewer's scope (region).
// $words: list of strings, ids of people, organisations, accounts, merges and the entries that went in them (both called
// after the entry that went), codes of themes, and the region's own; other words are passed over.
// Columns: word, name
UNWIND $words AS word
OPTIONAL MATCH (o:Organisation {id: word}) WHERE EXISTS { (o)-[:IN_REGION]->(:Region {code: $scope.region}) }
OPTIONAL MATCH (p:Person {id: word}) WHERE EXISTS {
  MATCH (p)-[w:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
  WHERE coalesce(w.since, date()) <= date()
}
OPTIONAL MATCH (a:Account {id: word, region: $scope.region})
OPTIONAL MATCH (holder:Person {email: a.email})
OPTIONAL MATCH (:Merge {id: word, region: $scope.region})-[:GONE]->(e:MergedEntry)
OPTIONAL MATCH (t:Theme {code: word})
OPTIONAL MATCH (r:Region {code: word}) WHERE r.code = $scope.region
WITH word, coalesce(o.name, p.name, holder.name, a.email, e.name, t.name, r.name, COLLECT {
  MATCH (gone:MergedEntry {id: word}) WHERE EXISTS { (gone)<-[:GONE]-(:Merge {region: $scope.region}) }
  RETURN gone.name
}[0]) AS name WHERE name IS NOT NULL
RETURN word, name
