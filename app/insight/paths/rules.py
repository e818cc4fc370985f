"""How long things take when some still run, which step delays a route, and which shorter way there was."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import quantiles

FIRST_MONTH = 8
ROUNDING = 1e-9


@dataclass(frozen=True)
class Spread:
    """How long something took, in days, over the cases that ended and those that still run.

    Attributes:
        count: How many there are, those that still run included.
        running: How many still run.
        median: Days until half had ended; None when that can't be said yet.
        p90: Days until nine in ten had ended; None when that can't be said yet.
        longest: The longest that any of them took or has run so far; None without any.
    """

    count: int
    running: int
    median: float | None
    p90: float | None
    longest: int | None

    @property
    def at_least(self) -> float:
        """The median, or what it must exceed where it can't be said yet."""
        return self.median if self.median is not None else float(self.longest or 0)


def spread(ended: Sequence[int], running: Sequence[int] = ()) -> Spread:
    """Sum up durations without dropping those that still run.

    When all have ended the quantiles are interpolated linearly (type 7); otherwise they are Kaplan and Meier's.

    Args:
        ended: Days that the ended ones took.
        running: Days that the others have run so far.

    Source: Hyndman & Fan 1996, type 7; Kaplan & Meier 1958.
    """
    if running:
        median, p90 = (kaplan_meier_quantile(ended, running, share) for share in (0.5, 0.9))
    else:
        median, p90 = interpolated_quantiles(ended)
    longest = max((*ended, *running), default=None)
    return Spread(len(ended) + len(running), len(running), median, p90, longest)


def interpolated_quantiles(days: Sequence[int]) -> tuple[float, float] | tuple[None, None]:
    """The median and the p90 of type 7, as a spreadsheet computes them; None without values.

    Args:
        days: The values.

    Source: Hyndman & Fan 1996.
    """
    if not days:
        return None, None
    deciles = quantiles(days if len(days) > 1 else [*days, *days], n=10, method="inclusive")
    return deciles[4], deciles[8]


def kaplan_meier_quantile(ended: Iterable[int], running: Sequence[int], share: float) -> float | None:
    """The first day on which the estimated share that still runs is no more than 1 − share; None if there is none.

    Args:
        ended: Days that the ended ones took.
        running: Days that the others have run so far; one that ran as long as another took was still at risk.
        share: Which quantile: 0.5 is the median.

    Source: Kaplan & Meier 1958, as in Klein & Moeschberger 2003, section 4.5.
    """
    events = [(day, True) for day in ended] + [(day, False) for day in running]
    at_risk, still_runs = len(events), 1.0
    for day, group in groupby(sorted(events), key=lambda event: event[0]):
        happened = [end for _, end in group]
        still_runs *= 1 - sum(happened) / at_risk
        if still_runs <= 1 - share + ROUNDING:
            return float(day)
        at_risk -= len(happened)
    return None


@dataclass(frozen=True)
class Case:
    """One referral on a route.

    Attributes:
        number: The case's number.
        theme: The theme's code.
        opened: The day it began.
        closed: The day it ended; None while it runs.
        days: From opened to closed, or to the last day that is known.
        people: How many different people handed it on or took it on.
        start_id: The id of the organisation where it began.
        start: That organisation's name.
    """

    number: str
    theme: str
    opened: date
    closed: date | None
    days: int
    people: int
    start_id: str
    start: str


@dataclass(frozen=True)
class SchoolYear:
    """How many of a route's cases began in the school year that starts on 1 August of `start`."""

    start: int
    cases: int

    @property
    def label(self) -> str:
        """The year as schools write it: 2025-2026."""
        return f"{self.start}-{self.start + 1}"


@dataclass(frozen=True)
class Step:
    """One handover of a route.

    Attributes:
        giver_kind: The kind of organisation that hands on.
        taker_kind: The kind of organisation that takes on.
        giver: The organisation that hands on in at least half of the cases, by name; None where there is no such one.
        taker: The organisation that takes on in at least half of the cases, by name; None where there is no such one.
        waiting: Days from handed on to taken on.
        handling: Days from taken on to handed on again, or to the end of the case.
        share: The waiting's median as a share of the route's median throughput; None where either is not known.
    """

    giver_kind: str
    taker_kind: str
    giver: str | None
    taker: str | None
    waiting: Spread
    handling: Spread
    share: float | None

    @property
    def days(self) -> float:
        """How long it usually takes: waiting and handling, each by its median."""
        return self.waiting.at_least + self.handling.at_least


@dataclass(frozen=True)
class ShorterWay:
    """Another route between the same two ends, with fewer steps and less waiting.

    Attributes:
        key: The other route's key.
        steps: How many handovers it takes.
        starts: How many organisations went that way.
        cases: How many cases did.
        waiting: Days that they waited at the step where that route waits longest.
    """

    key: str
    steps: int
    starts: int
    cases: int
    waiting: Spread


@dataclass(frozen=True)
class Route:
    """The cases that passed the same kinds of organisation in the same order, to the same last organisation.

    Attributes:
        key: What names it in an address.
        kinds: The kinds of organisation, in order.
        taker_id: The id of the last organisation.
        taker: The last organisation's name.
        cases: The cases, the latest first.
        years: The last school year and the running one.
        throughput: Days from opened to closed.
        steps: The handovers, in order.
        people: The median number of different people on a case.
        common: Whether it rests on enough cases to be told to everybody who sees findings.
        shorter: The shorter way that there was, if any.
    """

    key: str
    kinds: tuple[str, ...]
    taker_id: str
    taker: str
    cases: tuple[Case, ...]
    years: tuple[SchoolYear, SchoolYear]
    throughput: Spread
    steps: tuple[Step, ...]
    people: float
    common: bool
    shorter: ShorterWay | None = None

    @property
    def delay(self) -> Step:
        """The step that waits longest, and so takes the largest share of the throughput."""
        return max(self.steps, key=lambda step: step.waiting.at_least)

    @property
    def starts(self) -> dict[str, str]:
        """The names of the organisations where its cases began, by id."""
        return {case.start_id: case.start for case in self.cases}


def most_common(names: Iterable[str]) -> str | None:
    """The name that stands for at least half of them; None where there is no such name."""
    counted = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    return counted[0][0] if counted and 2 * counted[0][1] >= sum(count for _, count in counted) else None


def school_year(day: date) -> int:
    """The calendar year in which the school year of this day began, on 1 August."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def school_years(cases: Iterable[Case], running: int) -> tuple[SchoolYear, SchoolYear]:
    """How many cases began in the school year before the running one, and in the running one."""
    counted = Counter(school_year(case.opened) for case in cases)
    return SchoolYear(running - 1, counted[running - 1]), SchoolYear(running, counted[running])


def shorter_way(route: Route, routes: Iterable[Route]) -> ShorterWay | None:
    """The way with the fewest steps from the same kind of organisation to the same last one, if cases wait less on it.

    It rests on enough cases to be told to everybody who sees findings: one that went quickly by chance is no way.

    Args:
        route: The route to find a shorter way for.
        routes: The routes to choose from.
    """
    ways = [
        other
        for other in routes
        if other.common
        and (other.taker_id, other.kinds[0]) == (route.taker_id, route.kinds[0])
        and len(other.kinds) < len(route.kinds)
        and other.delay.waiting.median is not None
        and other.delay.waiting.median < route.delay.waiting.at_least
    ]
    if not ways:
        return None
    way = min(ways, key=lambda other: (len(other.steps), -len(other.cases)))
    return ShorterWay(way.key, len(way.steps), len(way.starts), len(way.cases), way.delay.waiting)


def slowest_first(routes: Iterable[Route]) -> list[Route]:
    """The routes by how long their delaying step waits; those on few cases after the others."""
    return sorted(
        routes,
        key=lambda route: (
            not route.common,
            -route.delay.waiting.at_least,
            -len(route.cases),
            route.key,
        ),
    )
