"""Small regions, drawn at random or written by hand, put into the database in one query."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from app.platform.graph import Graph

KINDS = ("bao", "bao", "sbo", "swv", "wijkteam", "jgz")
TOWNS = ("Berg", "Dal")
GONE = date(2020, 7, 31)
COMING = date.today() + timedelta(days=2)
DECLINED = datetime(2026, 10, 4, tzinfo=UTC)
WRITE = """
MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'Proef', r.revision = 0
WITH r
CALL (r) {
  UNWIND $organisations AS row
  CREATE (o:Organisation {id: row.id})-[:IN_REGION]->(r) SET o += row
}
CALL () {
  UNWIND $positions AS row
  MATCH (o:Organisation {id: row.place})
  MERGE (p:Person {id: row.person}) ON CREATE SET p.name = row.name
  CREATE (p)-[:WORKS_AT {role: row.role, since: row.since, until: row.until}]->(o)
}
CALL () {
  UNWIND $ties AS row
  MATCH (ego:Person {id: row.ego})
  OPTIONAL MATCH (person:Person {id: row.alter})
  OPTIONAL MATCH (place:Organisation {id: row.alter})
  WITH ego, row, coalesce(person, place) AS alter
  CREATE (ego)-[c:CONTACT {frequency: 'weekly', at: date('2026-10-03')}]->(alter)
  SET c.state = row.state, c.visibility = row.visibility, c.declined_at = row.declined_at
}
CALL (r) {
  UNWIND $cases AS row
  CREATE (c:Referral {id: $region + '/' + row.number, number: row.number, theme: row.theme, opened: date('2026-01-05')})
  CREATE (c)-[:IN_REGION]->(r)
  WITH c, row
  UNWIND row.steps AS step
  MATCH (giver:Organisation {id: step.giver})
  MATCH (taker:Organisation {id: step.taker})
  CREATE (c)-[:STEP {n: step.n}]->(h:Handover {at: date('2026-01-06')})
  CREATE (h)-[:FROM]->(giver)
  CREATE (h)-[:TO]->(taker)
  WITH h, step
  MATCH (p:Person {id: step.taken_on_by})
  CREATE (h)-[:FOR]->(p)
}
"""
World = dict[str, list[dict[str, Any]]]


def write(graph: Graph, region: str, world: World) -> None:
    """Put the world in the database."""
    graph.driver.execute_query(WRITE, region=region, **world)


@st.composite
def worlds(draw: st.DrawFn, region: str) -> World:
    """A few organisations and people, ties enough for every rule.

    Some people left or are to come, some work twice; some ties are private or declined.
    """
    places = [f"{region}o{n}" for n in range(draw(st.integers(2, 6)))]
    people = [f"{region}p{n}" for n in range(draw(st.integers(6, 9)))]
    return {
        "organisations": [draw(organisation(place)) for place in places],
        "positions": [row for person in people for row in draw(positions(person, places))],
        "ties": draw(ties(people, places)),
        "cases": [draw(case(f"Z{n}", places, people)) for n in range(draw(st.integers(0, 6)))],
    }


def organisation(place: str) -> st.SearchStrategy[dict[str, Any]]:
    town = st.sampled_from([*TOWNS, None])
    fixed = {"id": st.just(place), "name": st.just(place), "kind": st.sampled_from(KINDS), "municipality": town}
    return st.fixed_dictionaries(fixed)


def positions(person: str, places: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    position = st.fixed_dictionaries(
        {
            "person": st.just(person),
            "name": st.just(person),
            "place": st.sampled_from(places),
            "role": st.sampled_from(["IB", "ondersteuner", "leerkracht"]),
            "since": st.sampled_from([*[date(2019, 8, 1)] * 5, COMING]),
            "until": st.sampled_from([None, None, None, None, GONE]),
        }
    )
    return st.lists(position, min_size=1, max_size=2, unique_by=lambda row: row["place"])


def ties(people: list[str], places: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    tie = st.fixed_dictionaries(
        {
            "ego": st.sampled_from(people),
            "alter": st.sampled_from([*people * 8, *places]),
            "state": st.sampled_from([*["present"] * 5, "desired", "absent"]),
            "visibility": st.sampled_from(["shared", "shared", "shared", "introductions", "private"]),
            "declined_at": st.sampled_from([*[None] * 5, DECLINED]),
        }
    ).filter(lambda row: row["ego"] != row["alter"])
    return st.lists(
        tie, min_size=4 * len(people), max_size=5 * len(people), unique_by=lambda row: (row["ego"], row["alter"])
    )


def case(number: str, places: list[str], people: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    step = st.fixed_dictionaries(
        {
            "n": st.integers(1, 3),
            "giver": st.sampled_from(places),
            "taker": st.sampled_from(places),
            "taken_on_by": st.sampled_from(people),
        }
    )
    return st.fixed_dictionaries(
        {"number": st.just(number), "theme": st.just("taal"), "steps": st.lists(step, min_size=1, max_size=3)}
    )
