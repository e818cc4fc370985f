"""Gould and Fernandez's roles: the query and a plain count of triads agree, on random regions in the real database."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.platform.access import FINDING_VISIBILITIES, region_scope
from app.platform.graph import Graph
from app.platform.graph.queries import named_query
from bench.brokers import roles_by_hand

KINDS = ("bao", "jeugdhulp", "wijkteam")
ROLES = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")
WRITE = """
CREATE (r:Region {code: $region})
WITH r
CALL (r) {
  UNWIND $kinds AS kind
  CREATE (:Organisation {id: $region + kind, kind: kind})-[:IN_REGION]->(r)
}
CALL () {
  UNWIND $positions AS row
  MATCH (o:Organisation {id: $region + row.kind})
  MERGE (p:Person {id: $region + row.person})
  CREATE (p)-[:WORKS_AT {days: row.days}]->(o)
}
CALL () {
  UNWIND $ties AS row
  MATCH (ego:Person {id: $region + row.ego})
  MATCH (alter:Person {id: $region + row.alter})
  CREATE (ego)-[:CONTACT {state: row.state, visibility: row.visibility}]->(alter)
}
"""
numbers = count()
people = st.integers(3, 8)


@st.composite
def regions(draw) -> tuple[list[dict], list[dict]]:
    """Positions (everybody one, some two) and ties (one a pair of ego and alter at most)."""
    names = [str(n) for n in range(draw(people))]
    positions = [{"person": name, "kind": draw(st.sampled_from(KINDS)), "days": 3} for name in names]
    days = st.sampled_from([1, 3, 4, None])
    second = st.fixed_dictionaries({"person": st.sampled_from(names), "kind": st.sampled_from(KINDS), "days": days})
    extra = draw(st.lists(second, max_size=3, unique_by=lambda row: row["person"]))
    taken = {(row["person"], row["kind"]) for row in positions}
    positions += [row for row in extra if (row["person"], row["kind"]) not in taken]
    pairs = [(ego, alter) for ego in names for alter in names if ego != alter]
    tie = st.tuples(
        st.sampled_from(["present"] * 6 + ["desired", "absent"]),
        st.sampled_from(["shared"] * 4 + ["introductions", "private"]),
    )
    chosen = draw(st.dictionaries(st.sampled_from(pairs), tie, max_size=len(pairs)))
    return positions, [
        {"ego": ego, "alter": alter, "state": state, "visibility": visibility}
        for (ego, alter), (state, visibility) in chosen.items()
    ]


def home_kind(positions: list[dict], person: str) -> str:
    """The kind where she works most days, then the organisation with the lowest id."""
    own = [row for row in positions if row["person"] == person]
    return min(own, key=lambda row: (-(row["days"] or 0), row["kind"]))["kind"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(regions())
def test_the_query_counts_as_by_hand(graph: Graph, drawn: tuple[list[dict], list[dict]]):
    positions, ties = drawn
    region = f"PO-98-{next(numbers)}-"
    graph.driver.execute_query(WRITE, region=region, kinds=KINDS, positions=positions, ties=ties)

    found = graph.read("insight/count_broker_roles", scope=region_scope(region).parameters())

    kind_of = {row["person"]: home_kind(positions, row["person"]) for row in positions}
    told = {
        (tie["ego"], tie["alter"])
        for tie in ties
        if tie["state"] == "present" and tie["visibility"] in FINDING_VISIBILITIES
    }
    counted = {row["person"].removeprefix(region): {role: row[role] for role in ROLES if row[role]} for row in found}
    by_hand = {person: dict(roles) for person, roles in roles_by_hand(kind_of, told).items() if roles}
    assert {person: roles for person, roles in counted.items() if roles} == by_hand


def test_the_plan_reads_the_region_and_no_more(graph: Graph):
    for query in ("list_organisations", "list_ties", "count_broker_roles"):
        operators = plan_of(graph, f"insight/{query}")
        assert any(operator.startswith("NodeUniqueIndexSeek") for operator in operators)
        assert not [o for o in operators if o.startswith(("AllNodesScan", "NodeByLabelScan", "CartesianProduct"))]


def plan_of(graph: Graph, name: str) -> list[str]:
    text = f"EXPLAIN {named_query(name).text}"
    plan = graph.driver.execute_query(text, scope=region_scope("PO-98-01").parameters()).summary.plan
    found, left = [], [plan]
    while left:
        step = left.pop()
        found.append(step["operatorType"])
        left += step.get("children", [])
    return found
