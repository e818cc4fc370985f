"""Where referrals wait, go round, or take a detour: asked of the graph."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from statistics import median
from typing import Any, NamedTuple

from app.insight.filters import Filters
from app.insight.paths.rules import (
    Case,
    Route,
    Step,
    most_common,
    school_year,
    school_years,
    shorter_way,
    slowest_first,
    spread,
)
from app.platform.access import FEWEST_CASES, Revision, Scope
from app.platform.graph import Graph, Record

NO_FILTERS = Filters()


@dataclass(frozen=True)
class Stop:
    """An organisation on a circle."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True)
class Loop:
    """Organisations between which cases go round.

    Attributes:
        circle: The organisations, by name.
        cases: The numbers of the cases that went round.
        days: The median of the days from first handing on to last getting back.
        people: The median number of different people on such a case.
    """

    circle: tuple[Stop, ...]
    cases: tuple[str, ...]
    days: float
    people: float


@dataclass(frozen=True)
class PathsAnswer:
    """The answer to *Trage routes*.

    Attributes:
        rows: The routes, the slowest first.
        loops: The circles, the most cases first.
        cases: On how many cases this was measured.
        until: Until which day these cases are known; None without cases.
    """

    rows: tuple[Route, ...]
    loops: tuple[Loop, ...]
    cases: int
    until: date | None

    def route(self, key: str) -> Route | None:
        """The route with this key, if it is among the rows."""
        return next((row for row in self.rows if row.key == key), None)


@dataclass(frozen=True)
class ShortLine:
    """People who, by today's contacts, join an organisation with the last one of a route; empty without such a line."""

    start: str
    people: tuple[str, ...]

    @property
    def steps(self) -> int | None:
        """How many contacts long the line is; None without a line."""
        return len(self.people) - 1 if self.people else None


class Stay(NamedTuple):
    """What a case spent at one step: days, and whether they have ended."""

    taker: str
    waited: int
    accepted: bool
    handled: int | None
    done: bool


@lru_cache(maxsize=32)
def answer(graph: Graph, scope: Scope, revision: Revision, filters: Filters = NO_FILTERS) -> PathsAnswer:  # noqa: ARG001
    """Tell where the region's referrals wait and go round.

    What still runs is counted up to the last day that anything was written down of a case, not up to today: so the
    answer changes with the data, never with the clock.

    Args:
        graph: The database.
        scope: How far the viewer sees; routes and circles on fewer than `scope.fewest_cases` cases stay away.
        revision: The region's revision, under which the answer is kept.
        filters: Municipality of the first organisation, a kind on the route, the theme.
    """
    limits = scope.parameters()
    [last] = graph.read("insight/find_last_event", scope=limits)
    if last["day"] is None:
        return PathsAnswer((), (), 0, None)
    until: date = last["day"].to_native()
    narrowed = {"municipality": filters.municipality, "kind": filters.kind, "theme": filters.theme}
    records, circles = graph.read_together(
        ("insight/list_referral_paths", "insight/find_loops"), scope=limits, until=until, **narrowed
    )
    routes = [_route(record, school_year(until)) for record in records]
    rows = slowest_first(replace(route, shorter=shorter_way(route, routes)) for route in routes)
    loops = tuple(_loop(record) for record in circles)
    return PathsAnswer(tuple(rows), loops, sum(len(row.cases) for row in rows), until)


def short_lines(graph: Graph, scope: Scope, route: Route) -> tuple[ShortLine, ...]:
    """The shortest line of people to a route's last organisation, from each where its cases began; shortest first.

    Args:
        graph: The database.
        scope: How far the viewer sees; only ties that she may be told of are walked.
        route: The route.
    """
    records = graph.read(
        "insight/find_short_lines",
        scope=scope.parameters(),
        start_ids=list(route.starts),
        taker_id=route.taker_id,
    )
    people = {record["start_id"]: tuple(person["name"] for person in record["people"]) for record in records}
    lines = [ShortLine(name, people.get(start_id, ())) for start_id, name in route.starts.items()]
    return tuple(sorted(lines, key=lambda line: (not line.people, len(line.people), line.start)))


def _route(record: Record, running_year: int) -> Route:
    kinds = tuple(record["kinds"])
    cases = [_case(row) for row in record["cases"]]
    throughput = spread([case.days for case in cases if case.closed], [case.days for case in cases if not case.closed])
    walks = [[Stay(*stay) for stay in walk] for walk in record["walks"]]
    givers = [[case.start for case in cases], *([stay.taker for stay in stays] for stays in zip(*walks, strict=True))]
    steps = tuple(
        _step(kinds[n], kinds[n + 1], givers[n], stays, throughput.median)
        for n, stays in enumerate(zip(*walks, strict=True))
    )
    return Route(
        key="-".join(kinds) + "--" + record["taker_id"],
        kinds=kinds,
        taker_id=record["taker_id"],
        taker=walks[0][-1].taker,
        cases=tuple(sorted(cases, key=lambda case: (case.opened, case.number), reverse=True)),
        years=school_years(cases, running_year),
        throughput=throughput,
        steps=steps,
        people=median(case.people for case in cases),
        common=len(cases) >= FEWEST_CASES,
    )


def _case(values: Sequence[Any]) -> Case:
    number, theme, opened, closed, *rest = values
    return Case(number, theme, opened.to_native(), closed and closed.to_native(), *rest)


def _step(giver_kind: str, taker_kind: str, givers: Sequence[str], stays: Sequence[Stay], days: float | None) -> Step:
    waiting = spread(
        [stay.waited for stay in stays if stay.accepted], [stay.waited for stay in stays if not stay.accepted]
    )
    handled = [(stay.handled, stay.done) for stay in stays if stay.handled is not None]
    return Step(
        giver_kind=giver_kind,
        taker_kind=taker_kind,
        giver=most_common(givers),
        taker=most_common(stay.taker for stay in stays),
        waiting=waiting,
        handling=spread([took for took, done in handled if done], [took for took, done in handled if not done]),
        share=waiting.median / days if waiting.median is not None and days else None,
    )


def _loop(record: Record) -> Loop:
    circle = tuple(Stop(**stop) for stop in record["circle"])
    return Loop(circle, tuple(sorted(record["cases"])), record["days"], record["people"])
