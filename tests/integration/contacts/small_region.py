"""A small region around one viewer, written by hand: ids are names, so that a test can be read."""

from typing import Any

from app.directory.search.store import refresh_region
from app.platform.access import region_scope
from app.platform.graph import Graph
from tests.support.site import REGION, PageClient, add_account, client_of

WRITE = """
MATCH (r:Region {code: $region})
CALL (r) {
  UNWIND $organisations AS row
  CREATE (o:Organisation {id: row.id, name: row.name, kind: row.kind, name_key: toLower(row.name)})-[:IN_REGION]->(r)
}
CALL () {
  UNWIND $people AS row
  MATCH (o:Organisation {id: row.at})
  MERGE (p:Person {id: row.id}) ON CREATE SET p.name = row.name
  CREATE (p)-[:WORKS_AT {role: row.role, since: date('2020-08-01')}]->(o)
}
"""
TELL = """
MATCH (ego:Person {id: $ego})
OPTIONAL MATCH (person:Person {id: $alter})
OPTIONAL MATCH (organisation:Organisation {id: $alter})
WITH ego, coalesce(person, organisation) AS alter
CREATE (ego)-[c:CONTACT {at: date('2026-09-01')}]->(alter)
SET c += $values
"""
ORGANISATIONS = [
    {"id": "linde", "name": "De Linde", "kind": "bao"},
    {"id": "eik", "name": "De Eik", "kind": "bao"},
    {"id": "ggd", "name": "GGD-team Oost", "kind": "jgz"},
]
PEOPLE = [
    {"id": "anna", "name": "Anna Bos", "at": "linde", "role": "IB'er"},
    {"id": "bert", "name": "Bert Vos", "at": "eik", "role": "directeur"},
    {"id": "carla", "name": "Carla Mol", "at": "ggd", "role": "jeugdverpleegkundige"},
]
TIE = {
    "state": "present",
    "frequency": "weekly",
    "strength": "4",
    "kinds": ["K", "E"],
    "note": "Belt graag op dinsdag.",
    "visibility": "private",
    "version": "-1",
}


class Own:
    """The viewer, her client, and what the database holds of her."""

    def __init__(self, site: Any, graph: Graph, role: Any, region: str = REGION) -> None:
        self.graph = graph
        account = add_account(graph, role, region)
        self.client: PageClient = client_of(site, account)
        self.me: str = self.ask("MATCH (:Account {id: $id})-[:OF]->(p) RETURN p.id AS id", id=account)[0]["id"]
        self.region = region

    def ask(self, query: str, **parameters: Any) -> list[Any]:
        """Ask the database, beside the site."""
        return self.graph.driver.execute_query(query, parameters).records

    def tie(self, alter: str) -> dict[str, Any] | None:
        """The viewer's tie as it is kept."""
        rows = self.ask("MATCH ({id: $me})-[c:CONTACT]->({id: $a}) RETURN properties(c) AS c", me=self.me, a=alter)
        assert len(rows) < 2
        return rows[0]["c"] if rows else None

    def post(self, path: str = "", **data: Any) -> Any:
        """Send a form of the slice."""
        return self.client.post(f"/mijn-contacten{path}", data=data)

    def page(self, path: str = "") -> str:
        """A page of the slice."""
        answer = self.client.get(f"/mijn-contacten{path}")
        assert answer.status_code == 200
        return answer.text


def write_region(graph: Graph, region: str = REGION, prefix: str = "") -> None:
    """Put the organisations and people in the region."""
    rows = {
        "organisations": [row | {"id": prefix + row["id"]} for row in ORGANISATIONS],
        "people": [row | {"id": prefix + row["id"], "at": prefix + row["at"]} for row in PEOPLE],
    }
    graph.driver.execute_query(WRITE, rows | {"region": region})
    refresh_region(graph, region_scope(region))


def tell(graph: Graph, ego: str, alter: str, **values: Any) -> None:
    """Put a tie down as somebody else, beside the site."""
    told = {"state": "present", "visibility": "shared", "kinds": []} | values
    graph.driver.execute_query(TELL, {"ego": ego, "alter": alter, "values": told})
