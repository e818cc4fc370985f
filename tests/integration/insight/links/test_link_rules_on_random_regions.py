"""The five rules: the queries and plain loops over the same rows agree, on random regions in the real database."""

from itertools import count, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.insight.links import store
from app.platform.access import region_scope
from app.platform.graph import Graph
from bench import links as by_hand
from tests.integration.insight.links.worlds import World, worlds, write

numbers = count()
on_the_database = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
drawn = st.builds(lambda: f"PO-97-{next(numbers)}").flatmap(lambda region: st.tuples(st.just(region), worlds(region)))


def prepared(graph: Graph, drawn: tuple[str, World]) -> tuple[by_hand.Rows, tuple]:
    """The rows by hand, and what the store's functions are called with."""
    region, world = drawn
    write(graph, region, world)
    scope = region_scope(region)
    return by_hand.Rows.read(graph, scope), (graph, scope, store.Staff(graph, scope))


@on_the_database
@given(drawn)
def test_norms(graph: Graph, drawn: tuple[str, World]):
    rows, place = prepared(graph, drawn)
    found = store.norm_gaps(*place)
    assert {row.school.id: {gap.norm for gap in row.missing} for row in found} == by_hand.norm_gaps(rows)
    assert [row.order for row in found] == sorted(row.order for row in found)


@on_the_database
@given(drawn)
def test_same_cases(graph: Graph, drawn: tuple[str, World]):
    rows, place = prepared(graph, drawn)
    found = {tuple(row.key.split(".")): len(row.cases) for row in store.same_cases(*place)}
    assert found == by_hand.same_cases(rows)


@on_the_database
@given(drawn)
def test_one_sided(graph: Graph, drawn: tuple[str, World]):
    rows, place = prepared(graph, drawn)
    found = {
        tuple(row.key.split(".")): (row.cases, {(tie.ego.id, tie.alter.id) for tie in row.ties})
        for row in store.one_sided(*place)
    }
    assert found == by_hand.one_sided(rows)


@on_the_database
@given(drawn)
def test_wanted(graph: Graph, drawn: tuple[str, World]):
    rows, place = prepared(graph, drawn)
    found = store.wanted(*place)
    assert {(row.ego.id, row.alter.id): len(row.way) or None for row in found} == by_hand.wanted(rows)
    for row in found:
        people = [row.ego.id, *(step.person.id for step in row.way)]
        assert all(rows.known.has_edge(*tie) for tie in pairwise(people))


@on_the_database
@given(drawn)
def test_near_misses(graph: Graph, drawn: tuple[str, World]):
    rows, place = prepared(graph, drawn)
    found = store.near_misses(*place)
    assert {tuple(row.key.split(".")): row.score for row in found} == pytest.approx(by_hand.near_misses(rows))
    for row in found:
        assert {person.id for person in row.common} == set(rows.known[row.one.id]) & set(rows.known[row.other.id])
