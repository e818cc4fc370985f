"""The five rules: the queries and plain loops over the same rows agree, on random regions in the real database."""

from itertools import count, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.insight.brokers.store import region_network
from app.insight.links import store
from app.platform.access import region_scope, revision_today
from app.platform.graph import Graph
from bench import links as by_hand
from tests.integration.insight.links.worlds import World, worlds, write

numbers = count()
on_the_database = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
drawn = st.builds(lambda: f"PO-97-{next(numbers)}").flatmap(lambda region: st.tuples(st.just(region), worlds(region)))


def prepared(graph: Graph, drawn: tuple[str, World]) -> tuple[by_hand.Rows, store.LinksAnswer]:
    """The rows by hand, and the answer."""
    region, world = drawn
    write(graph, region, world)
    scope = region_scope(region)
    return by_hand.Rows.read(graph, scope), store.answer(graph, scope, revision_today(0))


@on_the_database
@given(drawn)
def test_norms(graph: Graph, drawn: tuple[str, World]):
    rows, answer = prepared(graph, drawn)
    found = answer.norm
    assert {row.school.id: {gap.norm for gap in row.missing} for row in found} == by_hand.norm_gaps(rows)
    assert [row.order for row in found] == sorted(row.order for row in found)


@on_the_database
@given(drawn)
def test_it_rests_on_as_much_as_the_brokers_do(graph: Graph, drawn: tuple[str, World]):
    _rows, answer = prepared(graph, drawn)
    network = region_network(graph, region_scope(drawn[0]), revision_today(0))
    assert (answer.ties, answer.latest) == (network.ties, network.latest)


@on_the_database
@given(drawn)
def test_same_cases(graph: Graph, drawn: tuple[str, World]):
    rows, answer = prepared(graph, drawn)
    found = {tuple(row.key.split(".")): len(row.cases) for row in answer.same_cases}
    assert found == by_hand.same_cases(rows)


@on_the_database
@given(drawn)
def test_one_sided(graph: Graph, drawn: tuple[str, World]):
    rows, answer = prepared(graph, drawn)
    found = {
        tuple(row.key.split(".")): (row.cases, {(tie.ego.id, tie.alter.id) for tie in row.ties})
        for row in answer.one_sided
    }
    assert found == by_hand.one_sided(rows)


@on_the_database
@given(drawn)
def test_wanted(graph: Graph, drawn: tuple[str, World]):
    rows, answer = prepared(graph, drawn)
    found = answer.wanted
    assert {(row.ego.id, row.alter.id): len(row.way) or None for row in found} == by_hand.wanted(rows)
    for row in found:
        people = [row.ego.id, *(step.person.id for step in row.way)]
        assert all(rows.known.has_edge(*tie) for tie in pairwise(people))


@on_the_database
@given(drawn)
def test_near_misses(graph: Graph, drawn: tuple[str, World]):
    rows, answer = prepared(graph, drawn)
    found = answer.near_miss
    assert {tuple(row.key.split(".")): row.score for row in found} == pytest.approx(by_hand.near_misses(rows))
    for row in found:
        assert {person.id for person in row.common} == set(rows.known[row.one.id]) & set(rows.known[row.other.id])


@on_the_database
@given(drawn)
def test_what_was_not_told_changes_no_answer(graph: Graph, drawn: tuple[str, World]):
    _, answer = prepared(graph, drawn)
    graph.driver.execute_query(
        "MATCH (:Region {code: $region})<-[:IN_REGION]-(:Organisation)<-[:WORKS_AT]-(:Person)-[c:CONTACT]->() "
        "WHERE c.visibility = 'private' OR c.state = 'present' AND c.declined_at IS NOT NULL "
        "WITH DISTINCT c DELETE c",
        region=drawn[0],
    )
    store.answer.cache_clear()
    assert store.answer(graph, region_scope(drawn[0]), revision_today(0)) == answer
