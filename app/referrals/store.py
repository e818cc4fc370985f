"""Cases read from the graph."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.platform.access import Scope
from app.platform.graph import Graph, Record
from app.platform.norms import WAITING_NORM
from app.referrals.model import Case, KnownRoute, Organisation, Person, Step

PAGE = 20


@dataclass(frozen=True)
class Choices:
    """Where a new step may come from and go to."""

    organisations: tuple[Organisation, ...]
    mine: tuple[Organisation, ...]


def list_open(graph: Graph, scope: Scope) -> list[Case]:
    """The open cases that the viewer or her organisations are or were on, the latest first."""
    return read_cases(graph, scope, _mine(graph, scope, closed=False, skip=0, limit=10_000))


def list_closed(graph: Graph, scope: Scope, page: int) -> tuple[list[Case], bool]:
    """One page of the viewer's closed cases, the latest first, and whether there are more.

    Args:
        graph: The database.
        scope: Who looks.
        page: Which page, from 1.
    """
    numbers = _mine(graph, scope, closed=True, skip=(page - 1) * PAGE, limit=PAGE + 1)
    return read_cases(graph, scope, numbers[:PAGE]), len(numbers) > PAGE


def list_region(graph: Graph, scope: Scope) -> list[Case]:
    """Every open case of the region."""
    records = graph.read("referrals/list_open_referrals", scope=scope.parameters())
    return read_cases(graph, scope, [record["number"] for record in records], whole=True)


def read_cases(graph: Graph, scope: Scope, numbers: list[str], *, whole: bool = False) -> list[Case]:
    """The cases with these numbers, as far as the viewer may see them, in this order.

    Args:
        graph: The database.
        scope: Who looks.
        numbers: The numbers of the cases.
        whole: Whether the viewer sees every case of the region.
    """
    records = graph.read("referrals/read_referrals", scope=scope.parameters(), numbers=numbers, whole=whole)
    return cases_of(records)


def list_choices(graph: Graph, scope: Scope) -> Choices:
    """Where a new step may come from and go to."""
    [row] = graph.read("referrals/list_choices", scope=scope.parameters())
    return Choices(
        tuple(Organisation(**found) for found in row["organisations"]),
        tuple(Organisation(**found) for found in row["mine"]),
    )


def shortest_route(graph: Graph, scope: Scope, theme: str, giver: str) -> KnownRoute | None:
    """The shortest route that worked before for a theme, from organisations like this one; None on too few cases.

    Args:
        graph: The database.
        scope: Who looks; says on how many cases a route must rest.
        theme: The theme's code.
        giver: The id of the organisation that hands over; like it are those of its kind in its municipality.
    """
    records = graph.read("referrals/find_shortest_route", scope=scope.parameters(), theme=theme, giver=giver)
    if not records:
        return None
    [row] = records
    return KnownRoute(tuple(Organisation(**stop) for stop in row["stops"]), row["cases"], row["days"])


def waiting_norm(graph: Graph, scope: Scope) -> int:
    """After how many days of waiting a case of the region asks for attention."""
    [row] = graph.read("referrals/find_waiting_norm", scope=scope.parameters())
    days: int = row["days"] or WAITING_NORM
    return days


def cases_of(records: Iterable[Record]) -> list[Case]:
    """The cases in the records of `referrals/read_referrals`."""
    return [
        Case(
            **record.data()
            | {field: _native(record[field]) for field in ("opened", "closed", "today")}
            | {"steps": tuple(_step(step) for step in record["steps"])}
        )
        for record in records
        if record["steps"]
    ]


def _mine(graph: Graph, scope: Scope, *, closed: bool, skip: int, limit: int) -> list[str]:
    records = graph.read("referrals/list_my_referrals", scope=scope.parameters(), closed=closed, skip=skip, limit=limit)
    return [record["number"] for record in records]


def _step(row: dict[str, Any]) -> Step:
    return Step(
        **row
        | {field: _native(row[field]) for field in ("at", "accepted_at", "declined_at")}
        | {end: Organisation(**row[end]) for end in ("giver", "taker")}
        | {who: row[who] and Person(**row[who]) for who in ("by", "taken_by")}
    )


def _native(value: Any) -> date | None:
    return value.to_native() if value else None
