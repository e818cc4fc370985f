UNWIND [
  {code: 'gedrag', name: 'Gedrag'},
  {code: 'leren', name: 'Leren'},
  {code: 'taal', name: 'Taal en spraak'},
  {code: 'angst', name: 'Angst en somberheid'},
  {code: 'autisme', name: 'Autisme'},
  {code: 'thuiszitten', name: 'Thuiszitten'},
  {code: 'thuissituatie', name: 'Thuissituatie'},
  {code: 'gezondheid', name: 'Gezondheid'},
  {code: 'hoogbegaafd', name: 'Hoogbegaafdheid'},
  {code: 'motoriek', name: 'Motoriek'}
] AS theme
MERGE (t:Theme {code: theme.code}) SET t.name = theme.name;
