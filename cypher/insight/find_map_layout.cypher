// Answers: where everything stands on the region's map, and on how many ties that was decided; no row before it was.
// $scope: map, the viewer's scope (region).
// Columns: ids, xs, ys, ties
MATCH (:Region {code: $scope.region})<-[:OF]-(l:MapLayout)
RETURN l.ids AS ids, l.xs AS xs, l.ys AS ys, l.ties AS ties
