CREATE CONSTRAINT import_turn_region IF NOT EXISTS FOR (n:ImportTurn) REQUIRE n.region IS UNIQUE;
