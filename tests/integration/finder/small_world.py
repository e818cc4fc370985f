"""Small networks to look for ways in: drawn at random, put in the database, and walked by networkx."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from app.platform.graph import Graph

REGION = "PO-99-02"
SCHOOL = "school"
PARTNERS = ("hulp", "zorg")
PLACES = (SCHOOL, *PARTNERS, "team")
ME, COUNSELLOR = "p0", "p1"
PEOPLE = (ME, COUNSELLOR, "p2", "p3", "p4", "p5", "p6", "p7")
MAY_BE_TOLD = {"shared", "introductions"}
MOST_TIES = 4
WRITE = """
MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'Proef', r.revision = 0
WITH r
CALL (r) {
  UNWIND $places AS row
  CREATE (o:Organisation {id: row.id, name: 'Bij ' + row.id, kind: row.kind, place: 'Veldhoek'})
  CREATE (o)-[:IN_REGION]->(r)
  WITH o, row MATCH (t:Theme {code: 'angst'}) WHERE row.offer IS NOT NULL
  CREATE (o)-[offer:OFFERS]->(t) SET offer = row.offer
}
CALL () {
  UNWIND $people AS row
  MATCH (o:Organisation {id: row.place})
  CREATE (:Person {id: row.id, name: 'Naam ' + row.id, email: row.id + '@x.example', phone: '0999-1'})
    -[:WORKS_AT {role: row.role, since: row.since, until: row.until}]->(o)
}
CALL () {
  UNWIND $ties AS row
  MATCH (ego:Person {id: row.ego})
  OPTIONAL MATCH (person:Person {id: row.alter})
  OPTIONAL MATCH (place:Organisation {id: row.alter})
  WITH ego, row, coalesce(person, place) AS alter
  CREATE (ego)-[c:CONTACT]->(alter) SET c = row.tie
}
CALL () {
  UNWIND $declined AS row
  MATCH (:Person {id: row.ego})-[c:CONTACT]->(:Person {id: row.alter})
  SET c.declined_at = datetime()
}
"""
World = dict[str, list[dict[str, Any]]]


def put(graph: Graph, world: World) -> None:
    """Put a network in the database."""
    graph.driver.execute_query(WRITE, region=REGION, **world)


def tie(ego: str, alter: str, **values: Any) -> dict[str, Any]:
    """A tie as one tells of it: present and shared, unless said otherwise."""
    usual = {"state": "present", "visibility": "shared", "strength": 3, "frequency": "weekly", "at": date.today()}
    return {"ego": ego, "alter": alter, "tie": usual | values}


def world(
    ties: list[dict[str, Any]],
    gone: tuple[str, ...] = (),
    declined: tuple[str, ...] = (),
    coming: tuple[str, ...] = (),
    **offers: Any,
) -> World:
    """A network of eight people: the viewer and her IB'er at the school, two at each partner, two at the team."""
    homes = (SCHOOL, SCHOOL, "hulp", "hulp", "zorg", "zorg", "team", "team")
    ended, begins = date.today() - timedelta(days=1), date.today() + timedelta(days=2)
    kinds = {SCHOOL: "bao", "team": "wijkteam"}
    return {
        "places": [
            {
                "id": place,
                "kind": kinds.get(place, "jeugdhulp"),
                "offer": offers.get(place, {}) if place in PARTNERS else None,
            }
            for place in PLACES
        ],
        "people": [
            {
                "id": id_,
                "place": home,
                "role": "IB" if id_ == COUNSELLOR else "medewerker",
                "since": begins if id_ in coming else None,
                "until": ended if id_ in gone else None,
            }
            for id_, home in zip(PEOPLE, homes, strict=True)
        ],
        "ties": ties,
        "declined": [dict(zip(("ego", "alter"), pair.split("-"), strict=True)) for pair in declined],
    }


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Visibility, state, strength, age, declining, absence and closed intakes all vary."""
    days = st.sampled_from([None, 0, 40, 365, 800])
    values = st.fixed_dictionaries(
        {
            "state": st.sampled_from([*["present"] * 5, "absent", "desired"]),
            "visibility": st.sampled_from(["shared", "introductions", "private"]),
            "strength": st.sampled_from([None, 1, 2, 3, 5]),
            "frequency": st.sampled_from([None, "weekly", "yearly"]),
            "at": days.map(lambda age: age if age is None else date.today() - timedelta(days=age)),
        }
    )
    ends = st.tuples(st.sampled_from(PEOPLE), st.sampled_from([*PEOPLE * 3, *PARTNERS])).filter(
        lambda pair: pair[0] != pair[1]
    )
    pairs = draw(st.lists(ends, min_size=6, max_size=20, unique=True))
    ties = [{"ego": ego, "alter": alter, "tie": draw(values)} for ego, alter in pairs]
    told = [f"{ego}-{alter}" for ego, alter in pairs if alter in PEOPLE]
    declined = draw(st.lists(st.sampled_from(told), max_size=3, unique=True)) if told else []
    gone = draw(st.lists(st.sampled_from(PEOPLE[2:]), max_size=2, unique=True))
    coming = draw(st.lists(st.sampled_from(PEOPLE[2:]), max_size=1, unique=True))
    offers = {place: {"accepting": draw(st.sampled_from([None, True, True, False]))} for place in PARTNERS}
    return world(ties, tuple(gone), tuple(declined), tuple(coming), **offers)


def best_ways(made: World) -> dict[str, tuple[int, float]]:
    """By brute force: to each open partner the number of ties and the cost of the best way, over all simple paths."""
    net = usable(made)
    present = {row["id"]: row["place"] for row in made["people"] if not row["until"] and not row["since"]}
    found = {}
    for place in made["places"]:
        if place["offer"] is None or place["offer"].get("accepting") is False:
            continue
        goals = {id_ for id_, home in present.items() if home == place["id"]} | {place["id"]}
        ways = [
            (len(way) - 1, sum(net.edges[pair]["cost"] for pair in pairwise(way)))
            for start in (ME, COUNSELLOR)
            for goal in goals & set(net)
            for way in nx.all_simple_paths(net, start, goal, MOST_TIES)
            if not set(way[:-1]) & set(PARTNERS)
        ]
        if ways:
            found[place["id"]] = min(ways)
    return found


def usable(made: World) -> nx.Graph:
    """Everybody who is there, with the ties that may be told to the viewer; of two ties, the cheaper."""
    net = nx.Graph()
    net.add_nodes_from([ME, COUNSELLOR])
    there = {row["id"] for row in made["people"] if not row["until"] and not row["since"]} | set(PARTNERS)
    refused = {(row["ego"], row["alter"]) for row in made["declined"]}
    for row in made["ties"]:
        ego, alter, values = row["ego"], row["alter"], row["tie"]
        told = values["visibility"] in MAY_BE_TOLD or ego == ME
        if values["state"] == "present" and told and {ego, alter} <= there and (ego, alter) not in refused:
            cost = cost_of(values)
            if not net.has_edge(ego, alter) or cost < net.edges[ego, alter]["cost"]:
                net.add_edge(ego, alter, cost=cost)
    return net


def cost_of(values: dict[str, Any]) -> float:
    """One tie: 1 / (strength × freshness), where freshness halves every year."""
    years = 2 if values["at"] is None else (date.today() - values["at"]).days / 365
    return 1 / ((values["strength"] or 1) * 0.5**years)
