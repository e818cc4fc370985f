"""Offers in the graph: put one down, take one away."""

from collections.abc import Mapping
from typing import Any

from app.entry.model import Kind, Line
from app.entry.rules import GONE
from app.entry.store import StaleError, find_line, keep_offer, list_lines, lock
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Transaction
from app.platform.signals import directory_changed
from app.platform.versions import mark_of


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
        NotThereError: The viewer may not write there.
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
        NotThereError: The viewer keeps no such offer.
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


def _offer(transaction: Transaction, scope: Scope, holder: str, theme: str) -> Line | None:
    lines = list_lines(transaction.run, scope)
    return next((line for line in lines if (line.holder, line.about, line.kind) == (holder, theme, Kind.OFFER)), None)
