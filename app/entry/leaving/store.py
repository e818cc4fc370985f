"""A departure in the graph: what is handed over, in one transaction, and how it is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from uuid6 import uuid7

from app.entry.model import Kind, Line
from app.entry.store import find_line, lock
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.departures import ask_for_successor, end_position
from app.platform.graph import Graph, Transaction
from app.platform.missing import NotThereError
from app.platform.signals import directory_changed


@dataclass(frozen=True)
class Successor:
    """Who follows: a colleague by her e-mail address, or somebody new by her name too."""

    email: str
    name: str


@dataclass(frozen=True)
class Preview:
    """How much goes to a successor.

    Attributes:
        shared: Contacts that are shared.
        introductions: Contacts for introductions.
        cases: Open cases that were taken on.
    """

    shared: int
    introductions: int
    cases: int


@dataclass(frozen=True)
class Task:
    """Somebody who left an organisation without a successor; whether one can be named here."""

    id: str
    subject: str
    organisation: str
    may_succeed: bool


@dataclass(frozen=True)
class Succession:
    """The question who follows somebody, and who may: the viewer and her colleagues, but not who leaves."""

    id: str
    subject: str
    organisation: str
    candidates: tuple[Successor, ...]


class NoSuccessorError(Exception):
    """Who was named works outside the region, or is the one who leaves."""


def list_colleagues(graph: Graph, scope: Scope, organisation: str) -> tuple[Successor, ...]:
    """Who else works at an organisation where the viewer works, by name."""
    rows = graph.read("entry/list_colleagues", scope=scope.parameters(), organisation=organisation)
    return tuple(Successor(**row.data()) for row in rows)


def preview(graph: Graph, scope: Scope, organisation: str) -> Preview:
    """How much the viewer hands over when she leaves an organisation."""
    [row] = graph.read("entry/count_handed_over", scope=scope.parameters(), organisation=organisation)
    return Preview(**row.data())


def list_private_ties(graph: Graph, scope: Scope) -> dict[str, str]:
    """The names of those whom the viewer keeps to herself, by id; for her own eyes."""
    return {row["id"]: row["name"] for row in graph.read("entry/list_private_ties", scope=scope.parameters())}


def leave(
    graph: Graph, scope: Scope, key: str, last_day: date, successor: Successor | None, private: Sequence[str]
) -> str:
    """End a position of the viewer, and hand over what goes with it.

    Args:
        graph: The database.
        scope: The viewer's scope.
        key: Which position.
        last_day: The last day on which she holds it.
        successor: Who follows; None when nobody does yet: then her colleagues are asked.
        private: The ids of those whom she kept to herself and hands over all the same.

    Returns:
        The id of the record by which she may take it back.

    Raises:
        NotThereError: She holds no such position, or its last day is known already.
        NoSuccessorError: Who was named can't follow; nothing is done.
    """
    with graph.transaction() as transaction:
        lock(transaction, scope, scope.person or "")
        line = find_line(transaction.run, scope, Kind.POSITION, key)
        if line.until or line.key != key:
            raise NotThereError(key)
        transaction.run("entry/clear_undos", scope=scope.parameters())
        role, since = line.values["role"], line.values["since"]
        departure = end_position(transaction, scope, line.about, role, since, last_day)
        found = _hand_over(transaction, scope, departure, successor, private) if successor else None
        if not found:
            ask_for_successor(transaction, scope, departure, f"{line.name} ({role})")
        after = {"until": last_day, "successor": found}
        record_change(transaction, scope, "entry.leave", key, {"until": line.until}, after)
    directory_changed.send(graph, scope=scope, ids=_moved(scope, line, found))
    return departure


def _hand_over(
    transaction: Transaction, scope: Scope, departure: str, successor: Successor, private: Sequence[str]
) -> str:
    mine = scope.parameters()
    rows = transaction.run(
        "entry/take_successor",
        scope=mine,
        departure=departure,
        id=str(uuid7()),
        email=successor.email,
        name=successor.name,
    )
    if not rows:
        raise NoSuccessorError(departure)
    transaction.run("entry/hand_over_position", departure=departure)
    transaction.run("entry/hand_over_ties", departure=departure, private=list(private))
    transaction.run("entry/hand_over_cases", departure=departure)
    found: str = rows[0]["id"]
    return found


def _moved(scope: Scope, line: Line, successor: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (scope.person, line.about, successor)))


def stay(graph: Graph, scope: Scope, departure: str) -> None:
    """Take a departure of less than a day ago back; what the successor made of it since stays hers.

    Raises:
        NotThereError: The viewer has no such departure to take back.
    """
    mine = scope.parameters()
    with graph.transaction() as transaction:
        lock(transaction, scope, scope.person or "")
        rows = transaction.run("entry/restore_position", scope=mine, departure=departure)
        if not rows:
            raise NotThereError(departure)
        later = transaction.run("entry/list_successions", departure=departure)
        for record in (*(row["id"] for row in later), departure):
            _give_back(transaction, record)
        record_change(transaction, scope, "entry.stay", rows[0]["organisation"])
    moved = (scope.person, rows[0]["organisation"], *(row["successor"] for row in (*rows, *later)))
    directory_changed.send(graph, scope=scope, ids=tuple(filter(None, moved)))


def _give_back(transaction: Transaction, departure: str) -> None:
    transaction.run("entry/return_cases", departure=departure)
    transaction.run("entry/drop_handed_over", departure=departure)
    transaction.run("entry/forget_departure", departure=departure)


def find_task(graph: Graph, scope: Scope, task: str) -> Succession | None:
    """The question who follows somebody; None when it is not the viewer's to answer, or was answered."""
    rows = graph.read("entry/find_task", scope=scope.parameters(), id=task)
    if not rows:
        return None
    [row] = rows
    known = (Successor(row["own_email"], row["own_name"]), *list_colleagues(graph, scope, row["organisation_id"]))
    candidates = tuple(one for one in known if one.email != row["leaver_email"])
    return Succession(row["id"], row["subject"], row["organisation"], candidates)


def succeed(graph: Graph, scope: Scope, task: str, successor: Successor | None) -> None:
    """Hand over what somebody left behind to who follows, as she would have done herself; never what she kept private.

    Raises:
        NotThereError: It is not the viewer's to see to, or was done.
        NoSuccessorError: Who was named cannot follow; nothing is done.
    """
    id_, mine = str(uuid7()), scope.parameters()
    with graph.transaction() as transaction:
        rows = transaction.run("entry/take_task", scope=mine, id=task, departure=id_)
        if not rows:
            raise NotThereError(task)
        transaction.run("entry/clear_undos", scope=mine)
        if successor is None:
            raise NoSuccessorError(task)
        found = _hand_over(transaction, scope, id_, successor, ())
        record_change(transaction, scope, "entry.succeed", task, after={"successor": found})
    directory_changed.send(graph, scope=scope, ids=(rows[0]["organisation"], found))


def take_back_succession(graph: Graph, scope: Scope, departure: str) -> None:
    """Take back that somebody follows, within a day; the question waits again.

    Raises:
        NotThereError: The viewer has no such thing to take back.
    """
    with graph.transaction() as transaction:
        rows = transaction.run("entry/find_succession", scope=scope.parameters(), departure=departure)
        if not rows:
            raise NotThereError(departure)
        _give_back(transaction, departure)
        record_change(transaction, scope, "entry.take_back_succession", rows[0]["organisation"])
    directory_changed.send(graph, scope=scope, ids=tuple(filter(None, rows[0].values())))


def list_tasks(graph: Graph, scope: Scope) -> tuple[Task, ...]:
    """Who left without a successor where the viewer works, the longest ago first."""
    return tuple(Task(**row.data()) for row in graph.read("entry/list_tasks", scope=scope.parameters()))


def finish_task(graph: Graph, scope: Scope, task: str) -> None:
    """Put down that a succession was seen to.

    Raises:
        NotThereError: It is not the viewer's to see to, or was done.
    """
    with graph.transaction() as transaction:
        if not transaction.run("entry/finish_task", scope=scope.parameters(), id=task):
            raise NotThereError(task)
        record_change(transaction, scope, "entry.finish_task", task)
