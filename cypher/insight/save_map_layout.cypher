// Answers: how many places the region's map now has.
// $scope: map, the scope in which it was laid out (region).
// $layout: map, the places (ids, xs, ys: lists of the same length; ties: integer, on how many ties it rests).
// Columns: places
MATCH (r:Region {code: $scope.region})
MERGE (r)<-[:OF]-(l:MapLayout)
SET l = $layout
RETURN size(l.ids) AS places
