"""A region to check the map and the front page on by hand, and a second region that nobody here may see.

Ann and Abe work at De Akker, Ben at De Beuk, Ggi at GGD and a day at De Akker, Sol at nobody's side; Old left.
Told and shared: Ann-Ben, Ben-Ann, Ann-Ggi, Abe-Ann, Ben-GGD itself. Private: Abe-Ben. Absent: Ggi-Ben. Gone: Old-Ann.
"""

from app.platform.graph import Graph
from tests.support.site import REGION

HIDDEN = "PO-99-03"
WRITE = """
UNWIND [$region, $hidden] AS code
MERGE (r:Region {code: code}) ON CREATE SET r.name = 'Regio ' + code, r.revision = 0
WITH count(*) AS regions
CALL () {
  UNWIND $organisations AS row
  MATCH (r:Region {code: row.region})
  CREATE (o:Organisation {id: row.id, name: row.name, name_key: toLower(row.name), kind: row.kind})-[:IN_REGION]->(r)
  SET o.municipality = row.municipality
}
CALL () {
  UNWIND $positions AS row
  MATCH (o:Organisation {id: row.place})
  MERGE (p:Person {id: row.person}) ON CREATE SET p.name = row.name
  CREATE (p)-[:WORKS_AT {role: row.role, since: date('2024-08-01'), until: date(row.until), days: row.days}]->(o)
}
CALL () {
  UNWIND $ties AS row
  MATCH (ego:Person {id: row.ego})
  OPTIONAL MATCH (person:Person {id: row.alter})
  OPTIONAL MATCH (place:Organisation {id: row.alter})
  WITH ego, row, coalesce(person, place) AS alter
  CREATE (ego)-[:CONTACT {state: row.state, visibility: row.visibility, at: date('2026-10-03')}]->(alter)
}
CALL () {
  UNWIND $referrals AS row
  MATCH (r:Region {code: $region})
  CREATE (f:Referral {id: $region + '/' + row.number, number: row.number, opened: date('2026-01-05')})-[:IN_REGION]->(r)
  SET f.closed = date(row.closed)
  WITH f, row
  UNWIND range(1, size(row.accepted)) AS n
  CREATE (f)-[:STEP {n: n}]->(:Handover {at: date('2026-01-06'), accepted_at: date(row.accepted[n - 1])})
}
"""
ORGANISATIONS = (
    ("akker", "De Akker", "bao", "Veld", REGION),
    ("beuk", "De Beuk", "sbo", "Berg", REGION),
    ("ggd", "GGD Oost", "jgz", "Berg", REGION),
    ("leeg", "Stichting Leeg", "bestuur", None, REGION),
    ("ver", "De Verre School", "bao", "Ver", HIDDEN),
)
POSITIONS = (
    ("ann", "Ann Aerts", "akker", "IB", 4.0, None),
    ("abe", "Abe Appel", "akker", "leerkracht", 3.0, None),
    ("ben", "Ben Bos", "beuk", "IB", 4.0, None),
    ("ggi", "Ggi Gast", "ggd", "arts", 3.0, None),
    ("ggi", "Ggi Gast", "akker", "arts op school", 1.0, None),
    ("sol", "Sol Solo", "beuk", "conciërge", 2.0, None),
    ("old", "Old Oud", "beuk", "IB", 4.0, "2025-07-31"),
    ("vic", "Vic Ver", "ver", "IB", 4.0, None),
)
TIES = (
    ("ann", "ben", "present", "shared"),
    ("ben", "ann", "present", "introductions"),
    ("ann", "ggi", "present", "shared"),
    ("abe", "ann", "present", "shared"),
    ("ben", "ggd", "present", "shared"),
    ("abe", "ben", "present", "private"),
    ("ggi", "ben", "absent", "shared"),
    ("old", "ann", "present", "shared"),
    ("vic", "ann", "present", "shared"),
)
REFERRALS = (
    ("Z1", None, ["2026-01-09"]),
    ("Z2", None, ["2026-01-09", None]),
    ("Z3", None, [None, "2026-02-01"]),
    ("Z4", "2026-03-01", [None]),
    ("Z5", None, []),
)


def write_small_region(graph: Graph) -> None:
    """Put both regions in the database."""
    graph.driver.execute_query(
        WRITE,
        region=REGION,
        hidden=HIDDEN,
        organisations=rows("id name kind municipality region", ORGANISATIONS),
        positions=rows("person name place role days until", POSITIONS),
        ties=rows("ego alter state visibility", TIES),
        referrals=rows("number closed accepted", REFERRALS),
    )


def rows(names: str, values: tuple) -> list[dict]:
    return [dict(zip(names.split(), row, strict=True)) for row in values]
