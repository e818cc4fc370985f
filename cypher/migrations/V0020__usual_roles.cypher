// A counsellor who called her work otherwise was none to the questions that look for one.
MATCH (:Organisation)<-[w:WORKS_AT]-(:Person)
WITH w, replace(toLower(trim(w.role)), '’', "'") AS role
WHERE role IN ['ib', "ib'er", 'iber', 'intern begeleider', 'interne begeleider', 'intern begeleidster'] AND w.role <> 'IB'
SET w.role = 'IB';
MATCH (:Organisation)<-[w:WORKS_AT]-(:Person)
WITH w, toLower(trim(w.role)) AS role
WHERE role IN ['ondersteuner', 'swv-ondersteuner', 'ondersteuner swv', 'ondersteuner passend onderwijs']
  AND w.role <> 'ondersteuner'
SET w.role = 'ondersteuner';
