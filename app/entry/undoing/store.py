"""The way back in the graph: what the viewer did to her entry in the last day, and making it undone."""

from collections.abc import Mapping
from typing import Any

from app.entry.model import Kind, Line, Undo
from app.entry.rules import GONE
from app.entry.store import CONFIRMED, FIELDS, list_lines, lock
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Record, Transaction
from app.platform.missing import NotThereError
from app.platform.names import theme_name
from app.platform.signals import directory_changed
from app.platform.versions import mark_of


class ChangedSinceError(Exception):
    """Somebody changed the line after the viewer did.

    Attributes:
        line: The line as it is now; None when it is gone.
        was: The values from before the viewer's change; None when there was no line.
    """

    def __init__(self, line: Line | None, was: Mapping[str, Any] | None) -> None:
        super().__init__(line and line.key)
        self.line = line
        self.was = was


def list_undos(graph: Graph, scope: Scope, lines: tuple[Line, ...]) -> tuple[Undo, ...]:
    """What the viewer did in the last day and may still take back: a departure, or a line that is as she left it.

    Args:
        graph: The database.
        scope: The viewer's scope.
        lines: What others see of her now.
    """
    marks = {(line.kind, line.key): mark_of(line.values) for line in lines}
    return tuple(
        Undo(row["id"], row["kind"], row["what"], _title(row), row["name"], _was(row) or {})
        for row in graph.read("entry/list_undos", scope=scope.parameters())
        if row["kind"] == Kind.POSITION or marks.get((row["kind"], _key(row)), GONE) == row["mark"]
    )


def undo(graph: Graph, scope: Scope, id_: str) -> None:
    """Make a line again what it was.

    Raises:
        NotThereError: The viewer has nothing of this id to take back.
        ChangedSinceError: Somebody changed it since; nothing is done.
    """
    with graph.transaction() as transaction:
        lock(transaction, scope, _kept(transaction, scope, id_)["holder"])
        # Looked at again under the lock: of two at the same moment the second finds nothing to take back.
        kept = _kept(transaction, scope, id_)
        now = _line(transaction, scope, kept)
        if (mark_of(now.values) if now else GONE) != kept["mark"]:
            raise ChangedSinceError(now, _was(kept))
        _restore(transaction, scope, kept)
        was = _line(transaction, scope, kept)
        before, after = (line.values if line else None for line in (now, was))
        record_change(transaction, scope, "entry.undo", f"{kept['kind']}/{_key(kept)}", before, after)
    directory_changed.send(graph, scope=scope, ids=(kept["holder"],))


def _kept(transaction: Transaction, scope: Scope, id_: str) -> Record:
    for row in transaction.run("entry/list_undos", scope=scope.parameters()):
        if row["id"] == id_ and row["kind"] != Kind.POSITION:
            return row
    raise NotThereError(id_)


def _restore(transaction: Transaction, scope: Scope, kept: Record) -> None:
    mine = scope.parameters()
    if kept["kind"] == Kind.OFFER:
        transaction.run("entry/restore_offer", scope=mine, id=kept["id"])
    else:
        fields = [*FIELDS[Kind(kept["kind"])], *CONFIRMED]
        transaction.run("entry/restore_line", scope=mine, id=kept["id"], fields=fields)


def _line(transaction: Transaction, scope: Scope, kept: Record) -> Line | None:
    lines = list_lines(transaction.run, scope)
    return next((line for line in lines if (line.kind, line.key) == (kept["kind"], _key(kept))), None)


def _key(kept: Record) -> str:
    return f"{kept['holder']}.{kept['theme']}" if kept["kind"] == Kind.OFFER else kept["holder"]


def _was(kept: Record) -> dict[str, Any] | None:
    values = kept["was"]
    return values and {field: values.get(field) for field in FIELDS[Kind(kept["kind"])]}


def _title(row: Record) -> str:
    return theme_name(row["theme"]) if row["theme"] else row["title"]
