"""Offers in the graph, and the way back from a change of one."""

from collections.abc import Mapping
from typing import Any

from app.entry.model import Kind, Line, Undo
from app.entry.rules import GONE, mark_of
from app.entry.store import StaleError, find_line, keep_offer, list_lines, lock
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Transaction
from app.platform.names import theme_name
from app.platform.signals import directory_changed


class ThereAlreadyError(Exception):
    """The offer that somebody adds is there already."""


def add(graph: Graph, scope: Scope, holder: str, theme: str, values: Mapping[str, Any]) -> None:
    """Put down an offer that was not there.

    Args:
        graph: The database.
        scope: The viewer's scope.
        holder: The id of the viewer herself, or of an organisation where she works now.
        theme: The theme's code.
        values: For which ages, and how soon.

    Raises:
        LookupError: The viewer may not write there.
        ThereAlreadyError: It was there.
    """
    with graph.transaction() as transaction:
        lock(transaction, scope, holder)
        if _offer(transaction, scope, holder, theme):
            raise ThereAlreadyError(theme)
        keep_offer(transaction, scope, "added", holder, theme, mark_of(values))
        transaction.run("entry/write_offer", scope=scope.parameters(), holder=holder, theme=theme, values=values)
        record_change(transaction, scope, "entry.add_offer", f"{holder}.{theme}", after=values)
    directory_changed.send(graph, scope=scope, ids=(holder,))


def remove(graph: Graph, scope: Scope, key: str, mark: str) -> None:
    """Take an offer away.

    Raises:
        LookupError: The viewer keeps no such offer.
        StaleError: Somebody changed it since she saw it.
    """
    with graph.transaction() as transaction:
        lock(transaction, scope, find_line(transaction.run, scope, Kind.OFFER, key).holder)
        line = find_line(transaction.run, scope, Kind.OFFER, key)
        if mark_of(line.values) != mark:
            raise StaleError(line)
        keep_offer(transaction, scope, "removed", line.holder, line.about, GONE)
        transaction.run("entry/remove_offer", scope=scope.parameters(), holder=line.holder, theme=line.about)
        record_change(transaction, scope, "entry.remove_offer", key, before=line.values)
    directory_changed.send(graph, scope=scope, ids=(line.holder,))


def list_undos(graph: Graph, scope: Scope, lines: tuple[Line, ...]) -> tuple[Undo, ...]:
    """What the viewer did in the last day and may still take back: a departure, or an offer that is as she left it.

    Args:
        graph: The database.
        scope: The viewer's scope.
        lines: What others see of her now.
    """
    marks = {line.key: mark_of(line.values) for line in lines if line.kind is Kind.OFFER}
    return tuple(
        Undo(row["id"], row["what"], theme_name(row["theme"]) if row["theme"] else row["title"], row["name"])
        for row in graph.read("entry/list_undos", scope=scope.parameters())
        if row["what"] == "left" or marks.get(f"{row['holder']}.{row['theme']}", GONE) == row["mark"]
    )


def undo(graph: Graph, scope: Scope, id_: str) -> bool:
    """Make an offer again what it was; False, and nothing done, when somebody changed it since.

    Raises:
        LookupError: The viewer has nothing of this id to take back.
    """
    with graph.transaction() as transaction:
        rows = transaction.run("entry/list_undos", scope=scope.parameters())
        kept = next((row for row in rows if row["id"] == id_ and row["what"] != "left"), None)
        if kept is None:
            raise LookupError(id_)
        lock(transaction, scope, kept["holder"])
        now = _offer(transaction, scope, kept["holder"], kept["theme"])
        if (mark_of(now.values) if now else GONE) != kept["mark"]:
            return False
        if not transaction.run("entry/restore_offer", scope=scope.parameters(), id=id_):
            raise LookupError(id_)
        was = _offer(transaction, scope, kept["holder"], kept["theme"])
        subject = f"{kept['holder']}.{kept['theme']}"
        before, after = (line.values if line else None for line in (now, was))
        record_change(transaction, scope, "entry.undo", subject, before, after)
    directory_changed.send(graph, scope=scope, ids=(kept["holder"],))
    return True


def _offer(transaction: Transaction, scope: Scope, holder: str, theme: str) -> Line | None:
    lines = list_lines(transaction.run, scope)
    return next((line for line in lines if (line.holder, line.about, line.kind) == (holder, theme, Kind.OFFER)), None)
