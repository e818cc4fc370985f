"""A region small enough to check by hand: Noor is the only way to youth care for three of its four schools.

Ann (De Akker)  ┐                       ┌ Cas (De Cactus, sbo) ─ Kim (wijkteam Berg)
Ben (De Beuk)   ┼─ Noor (De Linde) ─ Zoe (Zorg Een) ─ Zed (Zorg Twee) ─┘
Wim (wijkteam Veld) ┘    └ Lin (De Linde)
"""

from app.platform.graph import Graph
from tests.support.site import REGION

ORGANISATIONS = {
    "akker": ("De Akker", "bao", "Veld"),
    "beuk": ("De Beuk", "bao", "Veld"),
    "linde": ("De Linde", "bao", "Veld"),
    "cactus": ("De Cactus", "sbo", "Berg"),
    "een": ("Zorg Een", "jeugdhulp", "Berg"),
    "twee": ("Zorg Twee", "jeugdhulp", "Berg"),
    "berg": ("wijkteam Berg", "wijkteam", "Berg"),
    "veld": ("wijkteam Veld", "wijkteam", "Veld"),
    "leeg": ("De Lege School", "bao", "Berg"),
}
PEOPLE = {
    "ann": ("Ann Aerts", "akker", "IB"),
    "ben": ("Ben Bos", "beuk", "IB"),
    "noor": ("Noor de Wit", "linde", "IB"),
    "lin": ("Lin Lee", "linde", "leerkracht"),
    "cas": ("Cas Cox", "cactus", "IB"),
    "zoe": ("Zoë Zand", "een", "jeugdhulpverlener"),
    "zed": ("Zed Zon", "twee", "jeugdhulpverlener"),
    "kim": ("Kim Kat", "berg", "consulent"),
    "wim": ("Wim Wol", "veld", "consulent"),
}
SHARED = "ann-noor ben-noor noor-ann lin-noor ann-ben wim-ann wim-ben noor-zoe zoe-noor cas-zoe cas-kim kim-zed zoe-zed"
PRIVATE = "kim-ann cas-ben"
DESIRED = "ann-kim ben-kim ann-zed"
WRITE = """
MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'Klein', r.revision = 0
WITH r
CALL (r) {
  UNWIND $organisations AS row
  CREATE (o:Organisation {id: row.id})-[:IN_REGION]->(r) SET o += row
}
CALL () {
  UNWIND $people AS row
  MATCH (o:Organisation {id: row.organisation})
  CREATE (:Person {id: row.id, name: row.name, email: row.id + '@klein.example'})
    -[:WORKS_AT {role: row.role, since: date('2024-08-01'), days: 4.0}]->(o)
}
CALL () {
  UNWIND $ties AS row
  MATCH (ego:Person {id: row.ego})
  MATCH (alter:Person {id: row.alter})
  CREATE (ego)-[:CONTACT {state: row.state, visibility: row.visibility, at: date('2026-10-03')}]->(alter)
}
"""


def write_small_region(graph: Graph) -> None:
    """Put the region in the database, with the code that the tests' clients belong to."""
    ties = [
        {"ego": tie.split("-")[0], "alter": tie.split("-")[1], "state": state, "visibility": visibility}
        for text, state, visibility in [
            (SHARED, "present", "shared"),
            (PRIVATE, "present", "private"),
            (DESIRED, "desired", "introductions"),
        ]
        for tie in text.split()
    ]
    keys = ("id", "name", "kind", "municipality"), ("id", "name", "organisation", "role")
    organisations = [dict(zip(keys[0], (id_, *rest), strict=True)) for id_, rest in ORGANISATIONS.items()]
    people = [dict(zip(keys[1], (id_, *rest), strict=True)) for id_, rest in PEOPLE.items()]
    with graph.driver.session() as session:
        session.run(WRITE, region=REGION, organisations=organisations, people=people, ties=ties).consume()
