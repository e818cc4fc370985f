"""The short line that was there, against networkx on the ties that the viewer may be told of."""

from datetime import date
from itertools import count

import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.insight.paths.store import answer, short_lines
from app.platform.access import Scope, region_scope
from app.platform.graph import Graph
from tests.integration.insight.paths.event_log import Row, write

regions = (f"PO-97-{number}" for number in count())
PEOPLE = "klmnopqrs"
HOMES = {"k": "a", "l": "a", "m": "b", "n": "d", "o": "d", "p": "c", "q": "c", "r": "c", "s": "b"}
LONGEST = 5

ties = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.sampled_from(PEOPLE),
        st.sampled_from(["present", "present", "present", "desired"]),
        st.sampled_from(["shared", "introductions", "private"]),
    ),
    max_size=14,
)


def put(graph: Graph, ties: list[tuple[str, str, str, str]], left: str = "") -> Scope:
    """Two cases to d, from a and from b; people with ties; some of them have left."""
    region = next(regions)
    day = date(2026, 9, 1)
    organisations = [
        {"id": f"{region}-{key}", "kind": kind, "name": key}
        for key, kind in {"a": "bao", "b": "bao", "c": "swv", "d": "jeugdhulp"}.items()
    ]
    rows = [
        Row(number, "taal", day, None, 1, f"{region}-{start}", f"{region}-d", day, day, "x", "y")
        for number, start in (("Z1", "a"), ("Z2", "b"))
    ]
    write(graph, region, organisations, rows)
    with graph.driver.session() as session:
        session.run(
            "UNWIND $people AS row MATCH (o:Organisation {id: $region + '-' + row[1]}) "
            "CREATE (:Person {id: $region + row[0], name: row[0]})"
            "-[:WORKS_AT {until: CASE row[0] IN $left WHEN true THEN date('2026-01-01') END}]->(o)",
            people=[list(home) for home in HOMES.items()],
            left=list(left),
            region=region,
        ).consume()
        session.run(
            "UNWIND $ties AS row MATCH (a:Person {id: $region + row[0]}) MATCH (b:Person {id: $region + row[1]}) "
            "CREATE (a)-[:CONTACT {state: row[2], visibility: row[3]}]->(b)",
            ties=[list(tie) for tie in ties if tie[0] != tie[1]],
            region=region,
        ).consume()
    return region_scope(region)


def lines_of(graph: Graph, scope: Scope) -> dict[str, tuple[str, ...]]:
    [row] = answer(graph, scope, 0).rows
    return {line.start: line.people for line in short_lines(graph, scope, row)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ties=ties, left=st.sets(st.sampled_from(PEOPLE), max_size=3))
def test_the_line_is_as_short_as_networkx_finds_it(graph: Graph, ties, left):
    told = nx.Graph((one, other) for one, other, state, seen in ties if state == "present" and seen != "private")
    told.add_nodes_from(PEOPLE)
    told.remove_nodes_from(left)
    lines = lines_of(graph, put(graph, ties, "".join(left)))
    for start in "ab":
        ends = [[person for person, home in HOMES.items() if home == at and person not in left] for at in (start, "d")]
        lengths = [
            nx.shortest_path_length(told, one, other)
            for one in ends[0]
            for other in ends[1]
            if nx.has_path(told, one, other)
        ]
        shortest = min(lengths, default=LONGEST + 1)
        assert len(lines[start]) - 1 == shortest if shortest <= LONGEST else lines[start] == ()
        assert all(told.has_edge(one, other) for one, other in zip(lines[start], lines[start][1:], strict=False))


def test_a_private_tie_is_no_line(graph: Graph):
    assert lines_of(graph, put(graph, [("k", "n", "present", "private")])) == {"a": (), "b": ()}


def test_a_line_does_not_cross_the_regions_border(graph: Graph):
    scope = put(graph, [])
    with graph.driver.session() as session:
        session.run(
            "MATCH (k:Person {id: $region + 'k'}) MATCH (n:Person {id: $region + 'n'}) "
            "CREATE (k)-[:CONTACT {state: 'present', visibility: 'shared'}]->(p:Person {name: 'z'}) "
            "SET p.id = $region + '-abroad' "
            "CREATE (p)-[:CONTACT {state: 'present', visibility: 'shared'}]->(n) "
            "CREATE (p)-[:WORKS_AT]->(:Organisation {id: $region + '-abroad', kind: 'bao'})"
            "-[:IN_REGION]->(:Region {code: $region + '-abroad'})",
            region=scope.region,
        ).consume()
    assert lines_of(graph, scope) == {"a": (), "b": ()}


def test_who_works_at_both_ends_is_a_line_of_no_steps(graph: Graph):
    scope = put(graph, [])
    with graph.driver.session() as session:
        session.run(
            "MATCH (p:Person {id: $region + 'k'}) MATCH (o:Organisation {id: $region + '-d'}) "
            "CREATE (p)-[:WORKS_AT]->(o)",
            region=scope.region,
        ).consume()
    [row] = answer(graph, scope, 0).rows
    line = short_lines(graph, scope, row)[0]
    assert (line.start, line.people, line.steps) == ("a", ("k",), 0)
