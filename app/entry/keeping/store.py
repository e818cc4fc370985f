"""The entry of a person or an organisation of the region, in the graph: read it, and put it right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.entry.model import Kind, Line
from app.entry.rules import find_among, position_key
from app.entry.store import Reader, StaleError
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Transaction, native
from app.platform.missing import NotThereError
from app.platform.signals import directory_changed
from app.platform.versions import mark_of

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("name", "phone", "reachable"),
    Kind.ORGANISATION: ("phone", "website"),
    Kind.POSITION: ("role", "days", "since", "until"),
}


class ThereAlreadyError(Exception):
    """The position that somebody adds is there already."""


@dataclass(frozen=True)
class Kept:
    """Whose entry is kept.

    Attributes:
        id: Her or its id.
        name: Her or its name.
        is_person: Whether it is a person.
        lines: What may be changed. Who works or worked in another region too keeps her own name and phone herself.
    """

    id: str
    name: str
    is_person: bool
    lines: tuple[Line, ...]

    def line(self, kind: str, key: str) -> Line:
        """One of the lines, as `rules.find_among` finds it.

        Raises:
            NotThereError: There is no such line.
        """
        if found := find_among(self.lines, kind, key):
            return found
        raise NotThereError(key)


def find_kept(read: Reader, scope: Scope, holder: str) -> Kept:
    """The entry of an organisation of the keeper's region, or of who works or is to begin there.

    Args:
        read: Runs a query: `graph.read`, or `transaction.run` to see it as it is under a lock.
        scope: The keeper's scope.
        holder: The id of the person or the organisation.

    Raises:
        NotThereError: There is none in her region.
    """
    rows = read("entry/find_kept", scope=scope.parameters(), holder=holder)
    if not rows:
        raise NotThereError(holder)
    entry = native(rows[0].data())
    return Kept(entry["id"], entry["name"], entry["is_person"], tuple(_lines(entry)))


def _lines(entry: Mapping[str, Any]) -> Iterator[Line]:
    if entry["open"]:
        kind = Kind.PERSON if entry["is_person"] else Kind.ORGANISATION
        yield _line(kind, entry["id"], entry, "", entry["name"], entry)
    for position in entry["positions"]:
        key = position_key(entry["id"], position["organisation"], position["role"], position["since"])
        yield _line(Kind.POSITION, key, entry, position["organisation"], position["organisation_name"], position)


def _line(kind: Kind, key: str, entry: Mapping[str, Any], about: str, title: str, row: Mapping[str, Any]) -> Line:
    return Line(
        kind=kind,
        key=key,
        holder=entry["id"],
        name=entry["name"],
        about=about,
        title=title,
        values={field: row[field] for field in FIELDS[kind]},
        verified_at=row["verified_at"],
        updated_at=row["updated_at"],
        updated_by=row["updated_by"],
        until=row.get("until"),
    )


def change(graph: Graph, scope: Scope, holder: str, kind: str, key: str, mark: str, values: Mapping[str, Any]) -> None:
    """Give a line of another's entry other values; the keeper says with that that they are right.

    Args:
        graph: The database.
        scope: The keeper's scope.
        holder: Whose line it is.
        kind: What the line is about.
        key: Which line.
        mark: The mark of the values that the keeper saw.
        values: The values that it is to have.

    Raises:
        NotThereError: There is no such line in her region.
        StaleError: Somebody changed it since she saw it.
    """
    with graph.transaction() as transaction:
        line = _locked(transaction, scope, holder).line(kind, key)
        if mark_of(line.values) != mark:
            raise StaleError(line)
        changed = values != line.values
        stamp = {"scope": scope.parameters(), "values": values, "changed": changed}
        if line.kind is Kind.POSITION:
            was = {field: line.values[field] for field in ("role", "since")}
            transaction.run("entry/change_kept_position", person=holder, organisation=line.about, **was, **stamp)
        else:
            transaction.run("entry/change_kept", holder=holder, **stamp)
        action = "entry.change" if changed else "entry.confirm"
        record_change(transaction, scope, action, f"{holder}/{kind}/{key}", line.values if changed else None, values)
    directory_changed.send(graph, scope=scope, ids=(holder,))


def add_position(graph: Graph, scope: Scope, person: str, organisation: str, values: Mapping[str, Any]) -> None:
    """Put down that somebody of the region works at an organisation of it.

    Args:
        graph: The database.
        scope: The keeper's scope.
        person: Who.
        organisation: Where.
        values: As what, how many days, since when.

    Raises:
        NotThereError: She or it is not of the keeper's region.
        ThereAlreadyError: She has that role there already.
    """
    with graph.transaction() as transaction:
        kept = _locked(transaction, scope, person)
        held = {(line.about, line.values["role"]) for line in kept.lines if line.kind is Kind.POSITION}
        if (organisation, values["role"]) in held:
            raise ThereAlreadyError(organisation)
        if not transaction.run(
            "entry/add_position", scope=scope.parameters(), person=person, organisation=organisation, values=values
        ):
            raise NotThereError(organisation)
        after = {"organisation": organisation, **values}
        record_change(transaction, scope, "entry.add_position", person, after=after)
    directory_changed.send(graph, scope=scope, ids=(person,))


def list_choices(graph: Graph, scope: Scope) -> list[tuple[str, str]]:
    """The organisations of the region, id and name, by name."""
    rows = graph.read("entry/list_region_organisations", scope=scope.parameters())
    return [(row["id"], row["name"]) for row in rows]


def _locked(transaction: Transaction, scope: Scope, holder: str) -> Kept:
    transaction.run("entry/lock_kept", scope=scope.parameters(), holder=holder)
    return find_kept(transaction.run, scope, holder)
