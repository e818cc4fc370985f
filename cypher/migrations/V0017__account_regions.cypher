CREATE INDEX account_region IF NOT EXISTS FOR (n:Account) ON (n.region);
