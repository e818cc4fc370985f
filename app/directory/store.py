"""Organisations in the graph."""

from dataclasses import dataclass

from app.platform.access import Scope
from app.platform.graph import Graph


@dataclass(frozen=True)
class Row:
    """An organisation in the list; `place` is its municipality where no place is known."""

    id: str
    name: str
    kind: str
    place: str
    people: int


@dataclass(frozen=True)
class Colleague:
    """Somebody who works at an organisation, and as what."""

    name: str
    role: str


@dataclass(frozen=True)
class Organisation:
    """An organisation with the people who work there now."""

    id: str
    name: str
    kind: str
    place: str
    phone: str | None
    website: str | None
    people: tuple[Colleague, ...]


def list_organisations(graph: Graph, scope: Scope, text: str) -> list[Row]:
    """The organisations of the region whose name has this text in it, by name; all for an empty text."""
    rows = graph.read("directory/list_organisations", scope=scope.parameters(), text=" ".join(text.lower().split()))
    return [
        Row(row["id"], row["name"], row["kind"], row["place"] or row["municipality"] or "", row["people"])
        for row in rows
    ]


def find_organisation(graph: Graph, scope: Scope, organisation: str) -> Organisation | None:
    """The organisation with this id; None when it is not in the viewer's region."""
    rows = graph.read("directory/find_organisation", scope=scope.parameters(), id=organisation)
    if not rows:
        return None
    [row] = rows
    return Organisation(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        place=row["place"] or row["municipality"] or "",
        phone=row["phone"],
        website=row["website"],
        people=tuple(Colleague(**person) for person in row["people"]),
    )
