CREATE CONSTRAINT telling_id IF NOT EXISTS FOR (n:Telling) REQUIRE n.id IS UNIQUE;
CREATE INDEX telling_of_tie IF NOT EXISTS FOR (n:Telling) ON (n.ego, n.alter);
