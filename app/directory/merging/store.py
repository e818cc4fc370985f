"""Merging two entries in the graph, and taking that back."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain, combinations

from uuid6 import uuid7

from app.directory.merging.rules import OWN, Entry, Pair, Refusal, Side, likely_doubles, not_dismissed, refusal
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import ConstraintError, Graph, Record, Transaction
from app.platform.missing import NotThereError
from app.platform.signals import directory_changed

MOST_MERGES = 20


class RefusedError(Exception):
    """The two cannot be merged, or the merge cannot be taken back."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Merge:
    """Two entries that became one."""

    id: str
    at: datetime
    name: str
    gone_name: str


@dataclass(frozen=True)
class Dismissal:
    """Two that are no doubles of each other, and who said so; `by` is None where her name is not known."""

    one: str
    one_name: str
    other: str
    other_name: str
    at: datetime
    by: str | None

    @property
    def ids(self) -> frozenset[str]:
        """The two, in no order."""
        return frozenset({self.one, self.other})


def list_doubles(graph: Graph, scope: Scope, dismissals: list[Dismissal]) -> tuple[list[Pair], list[Pair]]:
    """The likely doubles of the viewer's region: of people, and of organisations.

    Args:
        graph: The database.
        scope: The viewer's scope.
        dismissals: The pairs that are no doubles, which are not told of again.
    """
    people = graph.read("directory/list_people", scope=scope.parameters())
    alike = graph.read("directory/list_namesakes", scope=scope.parameters())
    namesakes = [
        [Entry(one["id"], one["name"], (one["place"],) if one["place"] else ()) for one in row["organisations"]]
        for row in alike
    ]
    likely = likely_doubles(Entry(row["id"], row["name"], tuple(row["organisations"])) for row in people)
    dismissed = {dismissal.ids for dismissal in dismissals}
    same_name = chain.from_iterable(combinations(same, 2) for same in namesakes)
    return not_dismissed(likely, dismissed), not_dismissed(same_name, dismissed)


def list_dismissals(graph: Graph, scope: Scope) -> list[Dismissal]:
    """The pairs of the viewer's region of which somebody said that they are no doubles, the latest first."""
    rows = graph.read("directory/list_dismissals", scope=scope.parameters())
    return [Dismissal(**row.data() | {"at": row["at"].to_native()}) for row in rows]


def dismiss(graph: Graph, scope: Scope, one: str, other: str) -> None:
    """Put down that two are no doubles of each other; which of them is named first makes no difference.

    Raises:
        NotThereError: They are not both of the region, or not of one type.
    """
    first, second = sorted([one, other])
    with graph.transaction() as transaction:
        transaction.run("directory/lock_entries", ids=[first, second])
        if _pair(transaction.run("directory/find_pair", scope=scope.parameters(), ids=[first, second])) is None:
            raise NotThereError(other)
        if transaction.run("directory/dismiss_double", scope=scope.parameters(), one=first, other=second):
            record_change(transaction, scope, "directory.dismiss_double", first, after={"other": second})


def suggest_again(graph: Graph, scope: Scope, one: str, other: str) -> None:
    """Take back that two are no doubles of each other.

    Raises:
        NotThereError: Nobody of the region said so.
    """
    first, second = sorted([one, other])
    with graph.transaction() as transaction:
        transaction.run("directory/lock_entries", ids=[first, second])
        if not transaction.run("directory/suggest_double", scope=scope.parameters(), one=first, other=second):
            raise NotThereError(other)
        record_change(transaction, scope, "directory.suggest_double", first, before={"other": second})


def list_merges(graph: Graph, scope: Scope) -> list[Merge]:
    """The last merges of the viewer's region that can be taken back."""
    rows = graph.read("directory/list_merges", scope=scope.parameters(), most=MOST_MERGES)
    return [Merge(row["id"], row["at"].to_native(), row["name"], row["gone_name"]) for row in rows]


def find_pair(graph: Graph, scope: Scope, kept: str, gone: str) -> tuple[Side, Side] | None:
    """Two entries side by side; None unless both are of the viewer's region, and of one type."""
    return _pair(graph.read("directory/find_pair", scope=scope.parameters(), ids=[kept, gone]))


def merge(graph: Graph, scope: Scope, kept: str, gone: str) -> str:
    """Make one entry of two; everything that the one that goes was tied to, is tied to the one that stays.

    Args:
        graph: The database.
        scope: Who does it, in which region.
        kept: The id of the entry that stays, with its own values where it has them.
        gone: The id of the entry that goes.

    Returns:
        The id of the merge, by which it can be taken back.

    Raises:
        NotThereError: They are not both of the region, or not of one type.
        RefusedError: They cannot be merged.
    """
    made = str(uuid7())
    with graph.transaction() as transaction:
        transaction.run("directory/lock_entries", ids=sorted([kept, gone]))
        pair = _pair(transaction.run("directory/find_pair", scope=scope.parameters(), ids=[kept, gone]))
        if pair is None:
            raise NotThereError(gone)
        if reason := refusal(*pair, scope.person):
            raise RefusedError(reason)
        transaction.run("directory/keep_entry", scope=scope.parameters(), id=made, kept=kept, gone=gone)
        transaction.run("directory/move_ties", id=made)
        transaction.run("directory/drop_entry", id=made, own=list(OWN))
        record_change(transaction, scope, "directory.merge", kept, {"gone": gone}, {"merge": made})
    directory_changed.send(graph, scope=scope, ids=[kept])
    return made


def take_back(graph: Graph, scope: Scope, merge: str) -> None:
    """Make two entries of one again, as they were before the merge.

    What was added to the entry that stayed since then, stays with it.

    Raises:
        NotThereError: There is no such merge in the region.
        RefusedError: What was merged was changed since, so that it cannot be told apart.
    """
    try:
        with graph.transaction() as transaction:
            kept, gone = _take_back(transaction, scope, merge)
    except ConstraintError as error:
        # Its e-mail address or its school's code was given to another entry since.
        raise RefusedError(Refusal.CHANGED) from error
    directory_changed.send(graph, scope=scope, ids=[kept, gone])


def _take_back(transaction: Transaction, scope: Scope, merge: str) -> tuple[str, str]:
    rows = transaction.run("directory/find_merge", scope=scope.parameters(), id=merge)
    # Looked at again under the lock: of two at the same moment the second finds nothing to take back.
    transaction.run("directory/lock_entries", ids=[row["kept"] for row in rows])
    rows = transaction.run("directory/find_merge", scope=scope.parameters(), id=merge)
    if not rows:
        raise NotThereError(merge)
    kept: str = rows[0]["kept"]
    gone: str = rows[0]["gone"]
    if rows[0]["changed"] or rows[0]["missing"]:
        raise RefusedError(Refusal.CHANGED)
    transaction.run("directory/take_back_ties", id=merge)
    transaction.run("directory/restore_entry", id=merge)
    record_change(transaction, scope, "directory.take_back", kept, {"merge": merge}, {"gone": gone})
    return kept, gone


def _pair(rows: list[Record]) -> tuple[Side, Side] | None:
    if len(rows) != 2 or rows[0]["id"] == rows[1]["id"] or rows[0]["type"] != rows[1]["type"]:
        return None
    kept, gone = (
        Side(
            id=row["id"],
            type=row["type"],
            values=row["values"],
            positions=tuple((at["role"], at["organisation"]) for at in row["positions"]),
            has_account=row["has_account"],
            open_account=row["open_account"],
            elsewhere=row["elsewhere"],
            secret=row["secret"],
        )
        for row in rows
    )
    return kept, gone
