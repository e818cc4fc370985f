UNWIND [
  {code: 'ondersteuner', place: 1, schools: ['bao', 'sbo', 'so', 'vso'], kinds: ['swv'], role: 'ondersteuner', near: 'region'},
  {code: 'wijkteam', place: 2, schools: ['bao', 'sbo', 'so', 'vso'], kinds: ['wijkteam'], near: 'municipality'},
  {code: 'jgz', place: 3, schools: ['bao', 'sbo', 'so', 'vso'], kinds: ['jgz'], near: 'nearest'},
  {code: 'speciaal', place: 4, schools: ['bao'], kinds: ['sbo', 'so'], near: 'region'}
] AS norm
MERGE (n:Norm {code: norm.code}) SET n += norm;
