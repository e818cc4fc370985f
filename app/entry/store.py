"""An entry in the graph: read it, say that it is right, change it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from uuid6 import uuid7

from app.entry.model import Kind, Line
from app.entry.rules import find_among, mark_of_all, position_key
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Record, Transaction
from app.platform.missing import NotThereError
from app.platform.names import theme_name
from app.platform.signals import directory_changed
from app.platform.versions import mark_of

Reader = Callable[..., list[Record]]

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("name", "phone", "reachable"),
    Kind.ORGANISATION: ("phone", "website"),
    Kind.POSITION: ("role", "days", "since"),
    Kind.OFFER: ("age_from", "age_to", "capacity", "waiting_days", "accepting"),
}
CONFIRMED = ("verified_at", "updated_at", "updated_by")


class StaleError(Exception):
    """Somebody changed the line since the writer saw it.

    Attributes:
        line: The line as it is now.
    """

    def __init__(self, line: Line) -> None:
        super().__init__(line.key)
        self.line = line


def list_lines(read: Reader, scope: Scope) -> tuple[Line, ...]:
    """Everything that others see of the viewer, and of the organisations of the region where she works now.

    Args:
        read: Runs a query: `graph.read`, or `transaction.run` to see it as it is under a lock.
        scope: The viewer's scope.
    """
    return tuple(_lines(read, scope.parameters()))


def _lines(read: Reader, scope: Mapping[str, Any]) -> Iterator[Line]:
    for row in read("entry/find_person", scope=scope):
        yield _line(Kind.PERSON, row["id"], row["id"], "", row["name"], row)
    for row in read("entry/list_positions", scope=scope):
        values = _values(Kind.POSITION, row)
        key = position_key(row["person"], row["organisation"], values["role"], values["since"])
        yield _line(Kind.POSITION, key, row["person"], row["organisation"], row["organisation_name"], row)
    for row in read("entry/list_organisations", scope=scope):
        yield _line(Kind.ORGANISATION, row["id"], row["id"], "", row["name"], row)
    for row in read("entry/list_offers", scope=scope):
        yield _line(
            Kind.OFFER, f"{row['holder']}.{row['theme']}", row["holder"], row["theme"], theme_name(row["theme"]), row
        )


def _line(kind: Kind, key: str, holder: str, about: str, title: str, row: Record) -> Line:
    return Line(
        kind=kind,
        key=key,
        holder=holder,
        name=row["name"],
        about=about,
        title=title,
        values=_values(kind, row),
        verified_at=_moment(row["verified_at"]),
        updated_at=_moment(row["updated_at"]),
        updated_by=row["updated_by"],
        until=row["until"].to_native() if kind is Kind.POSITION and row["until"] else None,
    )


def _values(kind: Kind, row: Record) -> dict[str, Any]:
    values = {field: row[field] for field in FIELDS[kind]}
    if values.get("since"):
        values["since"] = values["since"].to_native()
    return values


def _moment(value: Any) -> datetime | None:
    moment: datetime | None = value and value.to_native()
    return moment


def find_line(read: Reader, scope: Scope, kind: str, key: str) -> Line:
    """One line of what the viewer keeps, as `rules.find_among` finds it.

    Raises:
        NotThereError: She keeps no such line.
    """
    if found := find_among(list_lines(read, scope), kind, key):
        return found
    raise NotThereError(key)


def lock(transaction: Transaction, scope: Scope, holder: str) -> None:
    """Let nobody else write on this person's or organisation's entry until the transaction ends.

    Raises:
        NotThereError: The viewer may not write there either.
    """
    if not transaction.run("entry/lock_holder", scope=scope.parameters(), holder=holder):
        raise NotThereError(holder)


def confirm(graph: Graph, scope: Scope, kind: str, key: str, mark: str) -> None:
    """Put down that one line is right.

    Raises:
        NotThereError: The viewer keeps no such line.
        StaleError: It is not the line that she saw.
    """
    with graph.transaction() as transaction:
        line = _locked(transaction, scope, find_line(transaction.run, scope, kind, key), mark)
        _confirm(transaction, scope, (line,))
        record_change(transaction, scope, "entry.confirm", f"{kind}/{key}", after=line.values)
    directory_changed.send(graph, scope=scope, ids=(line.holder,))


def confirm_all(graph: Graph, scope: Scope, mark: str) -> bool:
    """Put down that everything is right; False, and nothing done, when it is not what the viewer saw.

    Args:
        graph: The database.
        scope: The viewer's scope.
        mark: The mark of all lines that she saw.
    """
    with graph.transaction() as transaction:
        for holder in sorted({line.holder for line in list_lines(transaction.run, scope)}):
            lock(transaction, scope, holder)
        lines = list_lines(transaction.run, scope)
        if mark_of_all(lines) != mark:
            transaction.rollback()
            return False
        _confirm(transaction, scope, lines)
        kept = [f"{line.kind}/{line.key}" for line in lines]
        record_change(transaction, scope, "entry.confirm", scope.person or "", after={"lines": kept})
    directory_changed.send(graph, scope=scope, ids=tuple(sorted({line.holder for line in lines})))
    return True


def _confirm(transaction: Transaction, scope: Scope, lines: tuple[Line, ...]) -> None:
    of = {kind: [line for line in lines if line.kind is kind] for kind in Kind}
    transaction.run(
        "entry/confirm_lines",
        scope=scope.parameters(),
        person=bool(of[Kind.PERSON]),
        organisations=[line.holder for line in of[Kind.ORGANISATION]],
        positions=[
            {"organisation": line.about, "role": line.values["role"], "since": line.values["since"]}
            for line in of[Kind.POSITION]
        ],
        offers=[{"holder": line.holder, "theme": line.about} for line in of[Kind.OFFER]],
    )


def _locked(transaction: Transaction, scope: Scope, line: Line, mark: str) -> Line:
    lock(transaction, scope, line.holder)
    now = find_line(transaction.run, scope, line.kind, line.key)
    if mark_of(now.values) != mark:
        raise StaleError(now)
    return now


def change(graph: Graph, scope: Scope, kind: str, key: str, mark: str, values: Mapping[str, Any]) -> None:
    """Give a line other values; whoever fills them in says with that that they are right.

    Args:
        graph: The database.
        scope: The viewer's scope.
        kind: What the line is about.
        key: Which line.
        mark: The mark of the values that the viewer saw.
        values: The values that it is to have.

    Raises:
        NotThereError: The viewer keeps no such line.
        StaleError: Somebody changed it since she saw it.
    """
    with graph.transaction() as transaction:
        line = _locked(transaction, scope, find_line(transaction.run, scope, kind, key), mark)
        if values == line.values:
            _confirm(transaction, scope, (line,))
            record_change(transaction, scope, "entry.confirm", f"{kind}/{key}", after=values)
        else:
            _write(transaction, scope, line, values)
            record_change(transaction, scope, "entry.change", f"{kind}/{key}", line.values, values)
    directory_changed.send(graph, scope=scope, ids=(line.holder,))


def _write(transaction: Transaction, scope: Scope, line: Line, values: Mapping[str, Any]) -> None:
    mine = scope.parameters()
    match line.kind:
        case Kind.PERSON:
            _keep_line(transaction, scope, line, mark_of(values))
            transaction.run("entry/change_person", scope=mine, values=values)
        case Kind.ORGANISATION:
            _keep_line(transaction, scope, line, mark_of(values))
            transaction.run("entry/change_organisation", scope=mine, organisation=line.holder, values=values)
        case Kind.POSITION:
            was = {field: line.values[field] for field in ("role", "since")}
            transaction.run("entry/change_position", scope=mine, organisation=line.about, values=values, **was)
        case Kind.OFFER:
            keep_offer(transaction, scope, "changed", line.holder, line.about, mark_of(values))
            transaction.run("entry/write_offer", scope=mine, holder=line.holder, theme=line.about, values=values)


def _keep_line(transaction: Transaction, scope: Scope, line: Line, mark: str) -> None:
    mine, fields = scope.parameters(), [*FIELDS[line.kind], *CONFIRMED]
    transaction.run("entry/clear_undos", scope=mine)
    transaction.run("entry/keep_line", scope=mine, id=str(uuid7()), holder=line.holder, fields=fields, mark=mark)


def keep_offer(transaction: Transaction, scope: Scope, what: str, holder: str, theme: str, mark: str) -> None:
    """Keep an offer as it is, so that the viewer can take back for a day what she is about to do to it.

    Args:
        transaction: The transaction of her change.
        scope: The viewer's scope.
        what: What she does: `changed`, `added` or `removed`.
        holder: The id of the person or the organisation.
        theme: The theme's code.
        mark: The mark of the values that she leaves.
    """
    mine, id_ = scope.parameters(), str(uuid7())
    transaction.run("entry/clear_undos", scope=mine)
    transaction.run("entry/keep_offer", scope=mine, id=id_, what=what, holder=holder, theme=theme, mark=mark)
