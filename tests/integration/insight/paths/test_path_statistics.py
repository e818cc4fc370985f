"""The answer against a reading of the same rows by hand, on random logs and on a planted one."""

from datetime import date, timedelta
from itertools import count, pairwise
from statistics import median

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.insight.filters import Filters
from app.insight.paths.store import PathsAnswer, answer
from app.platform.access import Scope, region_scope
from app.platform.graph import Graph
from tests.integration.insight.paths.event_log import Row, last_day, read_loops, read_routes, walks, write

KINDS = {"a": "bao", "b": "bao", "c": "swv", "d": "jeugdhulp", "e": "wijkteam"}
FIRST = date(2025, 9, 1)
regions = (f"PO-98-{number}" for number in count())
gaps = st.integers(0, 20)


@st.composite
def logs(draw) -> list[Row]:
    """Up to nine cases among five organisations, some cut off while they waited or were handled."""
    rows = []
    for number in range(draw(st.integers(1, 9))):
        stops = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=2, max_size=5))
        opened = day = FIRST + timedelta(draw(gaps))
        steps = []
        for stop in stops[1:]:
            at = day + timedelta(draw(gaps))
            accepted = draw(st.one_of(st.none(), gaps.map(lambda gap, at=at: at + timedelta(gap))))
            steps.append((at, accepted, stop))
            day = accepted or at
        closed = draw(st.one_of(st.none(), gaps.map(lambda gap, day=day: day + timedelta(gap))))
        for n, ((at, accepted, stop), giver) in enumerate(zip(steps, stops, strict=False), 1):
            hands = [draw(st.sampled_from("pqrs")) for _ in range(2)]
            theme = "gedrag" if number % 2 else "taal"
            rows.append(Row(f"Z{number}", theme, opened, closed, n, giver, stop, at, accepted, *hands))
    return rows


def put(graph: Graph, rows: list[Row]) -> tuple[Scope, list[Row], dict[str, str]]:
    """Write the log in a region of its own; return its scope, and the rows and kinds by the ids that they got."""
    region = next(regions)
    kinds = {f"{region}-{key}": kind for key, kind in KINDS.items()}
    rows = [row._replace(van=f"{region}-{row.van}", naar=f"{region}-{row.naar}") for row in rows]
    organisations = [
        {"id": key, "kind": kind, "name": key, "municipality": f"gemeente {key[-1]}"} for key, kind in kinds.items()
    ]
    write(graph, region, organisations, rows)
    return region_scope(region), rows, kinds


def by_route(found: PathsAnswer) -> dict:
    return {(row.kinds, row.taker_id): row for row in found.rows}


def same(found, expected) -> bool:
    return (found.count, found.running, found.median, found.p90) == pytest.approx(expected.summary)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=logs())
def test_every_route_is_as_read_by_hand(graph: Graph, rows: list[Row]):
    scope, rows, kinds = put(graph, rows)
    expected = read_routes(rows, kinds)
    found = by_route(answer(graph, scope, 0))
    assert found.keys() == expected.keys()
    for key, row in found.items():
        reading = expected[key]
        assert {case.number for case in row.cases} == reading.cases
        assert same(row.throughput, reading.throughput)
        assert all(same(step.waiting, by_hand) for step, by_hand in zip(row.steps, reading.waiting, strict=True))
        assert all(same(step.handling, by_hand) for step, by_hand in zip(row.steps, reading.handling, strict=True))
        assert row.people == median(reading.people)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=logs())
def test_every_loop_is_as_read_by_hand(graph: Graph, rows: list[Row]):
    scope, rows, _ = put(graph, rows)
    expected = read_loops(rows)
    assume(expected)
    loops = answer(graph, scope, 0).loops
    assert {
        frozenset(stop.id for stop in row.circle): (set(row.cases), row.days, row.people) for row in loops
    } == expected
    assert [len(row.cases) for row in loops] == sorted((len(row.cases) for row in loops), reverse=True)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=logs(), theme=st.sampled_from(["", "taal"]), kind=st.sampled_from(["", "swv"]), place=st.sampled_from("ab"))
def test_filters_ask_again_over_the_cases_that_fit(graph: Graph, rows: list[Row], theme: str, kind: str, place: str):
    scope, rows, kinds = put(graph, rows)
    found = answer(graph, scope, 0, Filters(municipality=f"gemeente {place}", kind=kind, theme=theme))
    fitting = {
        number
        for number, steps in walks(rows).items()
        if steps[0].van[-1] == place
        and theme in {"", steps[0].thema}
        and kind in {"", kinds[steps[0].van], *(kinds[step.naar] for step in steps)}
    }
    assert {case.number for row in found.rows for case in row.cases} == fitting
    assert found.cases == len(fitting)
    assert {number for row in found.loops for number in row.cases} <= fitting
    assert found.until == last_day(rows)


def cases_on(*stops: str, numbers: range, wait: int) -> list[Row]:
    """Closed cases along these organisations; each waits so many days at its last step, and two at the others."""
    rows = []
    for number in numbers:
        opened = day = FIRST
        for n, (giver, taker) in enumerate(pairwise(stops), 1):
            accepted = day + timedelta(wait if n == len(stops) - 1 else 2)
            closed = FIRST + timedelta(wait + 30)
            rows.append(Row(f"Z{number}", "taal", opened, closed, n, giver, taker, day, accepted, "p", "q"))
            day = accepted + timedelta(5)
    return rows


def test_a_path_on_fewer_than_five_cases_is_for_the_manager_only(graph: Graph):
    rows = cases_on("a", "c", "d", numbers=range(5), wait=63) + cases_on("a", "d", numbers=range(5, 9), wait=21)
    rows += cases_on("a", "e", "a", numbers=range(9, 13), wait=8)
    scope, _, _ = put(graph, rows)
    manager, auditor = answer(graph, scope, 0), answer(graph, Scope(scope.region), 0)
    assert [len(row.cases) for row in manager.rows] == [5, 4, 4]
    assert [row.common for row in manager.rows] == [True, False, False]
    assert [row.shorter for row in manager.rows] == [None, None, None], "four cases are no shorter way, for her neither"
    assert [len(row.cases) for row in auditor.rows] == [5]
    assert auditor.rows[0].shorter is None
    assert [len(row.cases) for row in manager.loops] == [4]
    assert auditor.loops == ()


def test_the_slow_step_is_named_and_so_is_the_shorter_way(graph: Graph):
    rows = cases_on("a", "c", "d", numbers=range(6), wait=63) + cases_on("b", "d", numbers=range(6, 11), wait=21)
    scope, _, _ = put(graph, rows)
    slow, direct = answer(graph, scope, 0).rows
    assert slow.kinds == ("bao", "swv", "jeugdhulp")
    assert (slow.delay.giver, slow.delay.taker) == (f"{scope.region}-c", f"{scope.region}-d")
    assert slow.delay.share == 63 / 93
    assert slow.shorter is not None
    assert (slow.shorter.key, slow.shorter.starts, slow.shorter.cases) == (direct.key, 1, 5)
    assert slow.shorter.waiting.median == 21


def test_a_region_without_referrals_has_no_answer(graph: Graph):
    assert answer(graph, region_scope(next(regions)), 0) == PathsAnswer((), (), 0, None)
