"""What a database holds, taken down once and put back in a fraction of the time that loading it took."""

from neo4j import Driver

# What migrations made is never taken away, so it is not put back either.
NODES = """
MATCH (n) WHERE NOT n:Theme AND NOT n:Norm AND NOT n:__Neo4jMigration
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS values
"""
TIES = "MATCH (a)-[r]->(b) RETURN elementId(a) AS a, elementId(b) AS b, type(r) AS type, properties(r) AS values"
PUT_NODES = """
UNWIND $nodes AS row
CREATE (n:$(row.labels)) SET n = row.values
RETURN row.id AS id, elementId(n) AS place
"""
PUT_TIES = """
UNWIND $ties AS row
MATCH (a) WHERE elementId(a) = row.a
MATCH (b) WHERE elementId(b) = row.b
CREATE (a)-[r:$(row.type)]->(b) SET r = row.values
"""


class Snapshot:
    """Every node and relationship of a database, but for what migrations put there."""

    def __init__(self, driver: Driver) -> None:
        self.nodes = [record.data() for record in driver.execute_query(NODES).records]
        taken = {node["id"] for node in self.nodes}
        ties = [record.data() for record in driver.execute_query(TIES).records]
        self.ties = [tie for tie in ties if tie["a"] in taken or tie["b"] in taken]

    def put_back(self, driver: Driver) -> None:
        """Put it all in a database that holds nothing but what migrations put there."""
        made = driver.execute_query(PUT_NODES, nodes=self.nodes).records
        place = {record["id"]: record["place"] for record in made}
        ends = [{end: place.get(tie[end], tie[end]) for end in ("a", "b")} for tie in self.ties]
        driver.execute_query(PUT_TIES, ties=[tie | found for tie, found in zip(self.ties, ends, strict=True)])
        driver.execute_query("CALL db.awaitIndexes()")
