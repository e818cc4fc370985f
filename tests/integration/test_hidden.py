"""Whoever looks at whatever: what she may not see stands in no answer. A random viewer in a random pair of regions."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from uuid6 import uuid7

from app.accounts.store import open_account
from app.platform.access import Role, region_scope
from tests.access_table import SOME_ID, TABLE
from tests.support.site import client_of

HERE, THERE = "PO-99-02", "PO-99-03"
KINDS = ("bao", "swv", "jeugdhulp", "wijkteam")
STATES, VISIBILITIES = ("present", "absent", "desired"), ("private", "introductions", "shared")
WRITE = """
UNWIND [$here, $there] AS code MERGE (r:Region {code: code}) SET r.name = 'Regio ' + code, r.revision = 0
WITH count(*) AS regions
UNWIND $organisations AS row
MATCH (r:Region {code: row.region})
CREATE (o:Organisation {id: row.id, name: row.name, name_key: toLower(row.name), kind: row.kind, phone: row.phone})
CREATE (o)-[:IN_REGION]->(r)
WITH count(*) AS organisations
UNWIND $people AS row
MATCH (o:Organisation {id: row.at})
CREATE (:Person {id: row.id, name: row.name, email: row.email, phone: row.phone})-[:WORKS_AT {role: row.role}]->(o)
WITH count(*) AS people
UNWIND $ties AS row
MATCH (a:Person {id: row.ego}) MATCH (b:Person {id: row.alter})
MERGE (a)-[c:CONTACT]->(b)
SET c.state = row.state, c.visibility = row.visibility, c.note = row.note, c.kinds = ['K', 'E'], c.strength = 3
"""


@dataclass(frozen=True)
class World:
    """Two small regions, with ties within each; every text in them is found nowhere else."""

    organisations: list[dict]
    people: list[dict]
    ties: list[dict]
    role: Role

    @property
    def viewer(self) -> dict:
        """The first person of the first region."""
        return self.people[0]

    def hidden(self) -> set[str]:
        """What must not come out: everything of the other region, and the notes of others."""
        away = {o["id"] for o in self.organisations if o["region"] == THERE}
        texts = {o[field] for o in self.organisations if o["id"] in away for field in ("name", "phone")}
        texts |= {p[field] for p in self.people if p["at"] in away for field in ("name", "email", "phone")}
        return texts | {tie["note"] for tie in self.ties if tie["ego"] != self.viewer["id"]}


@st.composite
def worlds(draw) -> World:
    organisations = [
        {"id": str(uuid7()), "name": f"Orgnaam{n}q", "kind": draw(st.sampled_from(KINDS)), "phone": f"orgtel{n}q",
         "region": region}
        for n, region in enumerate([HERE, HERE, HERE, THERE, THERE])
    ]  # fmt: skip
    people = [
        {"id": str(uuid7()), "name": f"Mensnaam{n}q", "email": f"mens{n}q@x.example", "phone": f"menstel{n}q",
         "role": draw(st.sampled_from(("IB", "schoolleider", "consulent"))),
         "at": organisations[n % len(organisations)]["id"]}
        for n in range(12)
    ]  # fmt: skip
    ends = draw(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), min_size=8, max_size=30, unique=True))
    ties = [
        {"ego": people[one]["id"], "alter": people[other]["id"], "note": f"notitie{n}q",
         "state": draw(st.sampled_from(STATES)), "visibility": draw(st.sampled_from(VISIBILITIES))}
        for n, (one, other) in enumerate(ends) if one != other and (one % 5 < 3) == (other % 5 < 3)
    ]  # fmt: skip
    return World(organisations, people, ties, draw(st.sampled_from(list(Role))))


def addresses(site, world: World) -> Iterator[str]:
    """Every page that is read, with each id where it takes one."""
    ids = [row["id"] for row in (*world.organisations, *world.people)]
    searches = [f"?zoek={row['name']}" for row in (*world.organisations, *world.people)]
    for row in TABLE:
        if row.method == "GET" and row.endpoint != "static":
            for id_ in ids if SOME_ID in row.arguments.values() else ids[:1]:
                arguments = {name: id_ if value == SOME_ID else value for name, value in row.arguments.items()}
                with site.test_request_context():
                    yield site.url_for(row.endpoint, **arguments)
    yield from (path + search for path in ("/organisaties", "/mijn-contacten/zoeken") for search in searches)


@given(world=worlds())
@settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_hidden_stands_in_no_answer(site, database, graph, world: World):
    database.empty()
    graph.driver.execute_query(
        WRITE, here=HERE, there=THERE, organisations=world.organisations, people=world.people, ties=world.ties
    )
    client = client_of(site, open_account(graph, region_scope(HERE), world.viewer["email"], world.role))
    hidden = world.hidden()
    seen = 0
    for path in addresses(site, world):
        with client.get(path) as answer:
            seen += world.viewer["name"] in answer.text
            # A page repeats what was searched for, whatever that is.
            said = path.partition("?zoek=")[2]
            assert not [found for found in hidden - {said} if found in answer.text], path
    assert seen
