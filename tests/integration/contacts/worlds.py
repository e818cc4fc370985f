"""Small regions drawn at random, and put into the database in one query."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from app.platform.graph import Graph
from tests.integration.contacts.around_by_hand import World

GONE = date(2020, 7, 31)
KINDS = ("bao", "bao", "sbo", "jgz", "wijkteam")
WRITE = """
CREATE (r:Region {code: $region, name: 'Proef', revision: 0})
WITH r
CALL (r) {
  UNWIND $organisations AS row
  CREATE (o:Organisation {id: row.id, name: row.id, kind: row.kind})-[:IN_REGION]->(r)
}
CALL () {
  UNWIND $positions AS row
  MATCH (o:Organisation {id: row.place})
  MERGE (p:Person {id: row.person}) ON CREATE SET p.name = row.person
  CREATE (p)-[:WORKS_AT {role: 'IB', since: date('2019-08-01'), until: row.until}]->(o)
}
CALL () {
  UNWIND $ties AS row
  MATCH (ego:Person {id: row.ego})
  OPTIONAL MATCH (person:Person {id: row.alter})
  OPTIONAL MATCH (place:Organisation {id: row.alter})
  WITH ego, row, coalesce(person, place) AS alter
  CREATE (ego)-[c:CONTACT {at: date('2026-10-03')}]->(alter)
  SET c += row {.state, .visibility, .note, .kinds, .frequency}
}
CALL () {
  UNWIND $declined AS row
  MATCH (:Person {id: row.of})-[c:CONTACT]->(:Person {id: row.by})
  SET c.declined_at = datetime('2026-10-04T10:00Z')
}
CALL (r) {
  UNWIND $cases AS row
  CREATE (c:Referral {id: $region + '/' + row.number, number: row.number})-[:IN_REGION]->(r)
  WITH c, row
  UNWIND row.steps AS step
  MATCH (giver:Organisation {id: step.giver})
  MATCH (taker:Organisation {id: step.taker})
  MATCH (by:Person {id: step.by})
  MATCH (taken_by:Person {id: step.taken_by})
  CREATE (c)-[:STEP]->(h:Handover {at: date('2026-01-06')})-[:FROM]->(giver)
  CREATE (h)-[:TO]->(taker)
  CREATE (h)-[:BY]->(by)
  CREATE (h)-[:FOR]->(taken_by)
}
"""


def write(graph: Graph, region: str, world: World) -> None:
    """Put the world in the database."""
    graph.driver.execute_query(WRITE, world | {"region": region})


@st.composite
def worlds(draw: st.DrawFn, region: str) -> World:
    """A few schools and partners; some people left, some work twice; the first person works somewhere."""
    places = [f"{region}o{n}" for n in range(draw(st.integers(3, 6)))]
    people = [f"{region}p{n}" for n in range(draw(st.integers(5, 8)))]
    pairs = draw(st.lists(pair(people), max_size=3, unique=True))
    return {
        "organisations": [{"id": place, "kind": draw(st.sampled_from(KINDS))} for place in places],
        "positions": [
            {"person": people[0], "place": places[0], "until": None},
            *(row for person in people[1:] for row in draw(positions(person, places))),
        ],
        "ties": draw(ties(people, places)),
        "declined": [{"by": by, "of": of} for by, of in pairs],
        "cases": [
            {"number": f"Z{n}", "steps": draw(st.lists(step(places, people), min_size=1, max_size=2))}
            for n in range(draw(st.integers(0, 2)))
        ],
    }


def pair(people: list[str]) -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(st.sampled_from(people), st.sampled_from(people)).filter(lambda two: two[0] != two[1])


def positions(person: str, places: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    place = st.fixed_dictionaries(
        {
            "person": st.just(person),
            "place": st.sampled_from(places),
            "until": st.sampled_from([None, None, None, GONE]),
        }
    )
    return st.lists(place, min_size=1, max_size=2, unique_by=lambda row: row["place"])


def ties(people: list[str], places: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    tie = st.fixed_dictionaries(
        {
            "ego": st.sampled_from(people),
            "alter": st.sampled_from([*people * 4, *places]),
            "state": st.sampled_from([*["present"] * 5, "desired", "absent"]),
            "visibility": st.sampled_from(["shared", "introductions", "introductions", "private"]),
            "note": st.sampled_from([None, "Geheim"]),
            "kinds": st.sampled_from([[], ["K"], ["G", "R"]]),
            "frequency": st.sampled_from([None, "weekly"]),
        }
    ).filter(lambda row: row["ego"] != row["alter"])
    return st.lists(
        tie, min_size=len(people), max_size=3 * len(people), unique_by=lambda row: (row["ego"], row["alter"])
    )


def step(places: list[str], people: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "giver": st.sampled_from(places),
            "taker": st.sampled_from(places),
            "by": st.sampled_from(people),
            "taken_by": st.sampled_from(people),
        }
    )
