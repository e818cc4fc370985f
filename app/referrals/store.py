"""Cases read from the graph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.platform.access import Scope
from app.platform.graph import Graph, Record
from app.platform.norms import WAITING_NORM
from app.referrals.model import Case, KnownRoute, Organisation, Person, Step
from app.referrals.rules import Group

PAGE = 20


@dataclass(frozen=True)
class Choices:
    """Where a new step may come from and go to."""

    organisations: tuple[Organisation, ...]
    mine: tuple[Organisation, ...]


@dataclass(frozen=True)
class Leaf:
    """A page of a list of cases: which one, from 0, and how many cases the whole list has."""

    cases: tuple[Case, ...]
    page: int
    total: int

    @property
    def more(self) -> bool:
        """Whether there is a page after this one."""
        return (self.page + 1) * PAGE < self.total


def list_mine(graph: Graph, scope: Scope, pages: Mapping[Group, int]) -> dict[Group, Leaf]:
    """The cases that the viewer or her organisations are or were on, a page of every group.

    What asks for attention comes first in its group, the closed ones have the latest first.

    Args:
        graph: The database.
        scope: Who looks.
        pages: By group which page, from 0.
    """
    limits = scope.parameters()
    rows = {
        Group(row["group"]): row
        for row in graph.read("referrals/list_open_groups", scope=limits, pages=dict(pages), size=PAGE)
    }
    [rows[Group.CLOSED]] = graph.read(
        "referrals/list_closed_referrals", scope=limits, page=pages[Group.CLOSED], size=PAGE
    )
    numbers = [number for row in rows.values() for number in row["numbers"]]
    cases = {case.number: case for case in read_cases(graph, scope, numbers)}
    return {
        group: Leaf(tuple(cases[number] for number in row["numbers"] if number in cases), pages[group], row["total"])
        if (row := rows.get(group))
        else Leaf((), pages[group], 0)
        for group in Group
    }


def list_concerned(graph: Graph, scope: Scope, norm: int, page: int) -> tuple[Leaf, int]:
    """A page of the region's open cases that ask for attention, those that wait longest first.

    Args:
        graph: The database.
        scope: Who looks.
        norm: After how many days of waiting a case asks for attention.
        page: Which page, from 0.

    Returns:
        The page, and how many cases of the region are open.
    """
    [row] = graph.read("referrals/list_concerned_referrals", scope=scope.parameters(), norm=norm, page=page, size=PAGE)
    cases = read_cases(graph, scope, row["numbers"], whole=True)
    return Leaf(tuple(cases), page, row["total"]), row["open"]


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


def _step(row: dict[str, Any]) -> Step:
    return Step(
        **row
        | {field: _native(row[field]) for field in ("at", "accepted_at", "declined_at")}
        | {end: Organisation(**row[end]) for end in ("giver", "taker")}
        | {who: row[who] and Person(**row[who]) for who in ("by", "taken_by")}
    )


def _native(value: Any) -> date | None:
    return value.to_native() if value else None
