"""The entry of one organisation, or of one person, in the graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.directory.entries.rules import FEWEST_PEOPLE, Colleague, last_of
from app.platform.access import WARM_WAY_VISIBILITIES, Scope
from app.platform.graph import Graph, native


@dataclass(frozen=True)
class Offer:
    """What an organisation or a person offers on one theme, by its code; None where that is not known."""

    theme: str
    capacity: int | None
    waiting_days: int | None
    age_from: int | None
    age_to: int | None
    accepting: bool | None
    updated_at: datetime | None
    verified_at: datetime | None
    imported_at: datetime | None

    @property
    def told(self) -> tuple[str, datetime] | None:
        """How old this is: told by somebody, confirmed, or only read in; None when none of it is known."""
        return last_of(updated=self.updated_at, verified=self.verified_at, imported=self.imported_at)


@dataclass(frozen=True)
class Position:
    """Where somebody works, as what, and when (past, now or coming); `id` is the organisation's."""

    id: str
    organisation: str
    role: str
    since: date | None
    until: date | None
    days: float | None
    when: str


@dataclass(frozen=True)
class Person:
    """Somebody of the region, as everybody there may see her."""

    id: str
    name: str
    email: str | None
    phone: str | None
    reachable: str | None
    verified_at: datetime | None
    updated_at: datetime | None
    imported_at: datetime | None
    positions: tuple[Position, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Organisation:
    """An organisation with who works and who worked there, and what it offers."""

    id: str
    name: str
    kind: str
    place: str
    postcode: str | None
    phone: str | None
    website: str | None
    verified_at: datetime | None
    updated_at: datetime | None
    imported_at: datetime | None
    people: tuple[Colleague, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Partner:
    """Another organisation, and how many people of the two know somebody of the other one."""

    id: str
    name: str
    kind: str
    people: int


def find_person(graph: Graph, scope: Scope, person: str) -> Person | None:
    """The person with this id; None when she neither works in the viewer's region nor is to begin there."""
    rows = graph.read("directory/find_person", scope=scope.parameters(), id=person)
    if not rows:
        return None
    values = native(rows[0].data())
    values["positions"] = tuple(Position(**position) for position in values["positions"])
    return Person(**values | {"offers": _offers(values["offers"])})


def find_organisation(graph: Graph, scope: Scope, organisation: str) -> Organisation | None:
    """The organisation with this id; None when it is not in the viewer's region."""
    rows = graph.read("directory/find_organisation", scope=scope.parameters(), id=organisation)
    if not rows:
        return None
    values = native(rows[0].data())
    municipality = values.pop("municipality")
    values["place"] = values["place"] or municipality or ""
    values["people"] = tuple(Colleague(**person) for person in values["people"])
    return Organisation(**values | {"offers": _offers(values["offers"])})


def list_partners(graph: Graph, scope: Scope, organisation: str) -> list[Partner]:
    """The organisations whose people know those of this one, where at least three people are in it; nobody by name."""
    rows = graph.read(
        "directory/count_known_people",
        scope=scope.parameters(),
        id=organisation,
        visibilities=list(WARM_WAY_VISIBILITIES),
        fewest_people=FEWEST_PEOPLE,
    )
    return [Partner(**row.data()) for row in rows]


def _offers(rows: list[Mapping[str, Any]]) -> tuple[Offer, ...]:
    return tuple(Offer(**row) for row in rows)
