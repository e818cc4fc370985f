"""The audit trail as it is read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.accounts.rules import Change, changes
from app.platform.access import Scope
from app.platform.graph import Graph

PAGE = 50
WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Event:
    """One change: when, by whom (None: who runs the installation), what, to what, and the values where these help."""

    at: datetime
    actor: str | None
    action: str
    subject: str
    before: str | None
    after: str | None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What became what."""
        return changes(self.before, self.after)


def list_events(graph: Graph, scope: Scope, before: datetime | None, room: str) -> tuple[Event, ...]:
    """What was changed in the region, the latest first; a page, and one event more when there are more.

    Args:
        graph: The database.
        scope: The viewer's scope.
        before: Only from before this moment; None for the latest.
        room: Only changes in this part of the application, as `accounts`; empty for all.
    """
    records = graph.read(
        "accounts/list_audit_events",
        scope=scope.parameters(),
        before=before or datetime.max.replace(tzinfo=UTC),
        action=f"{room}." if room else "",
        most=PAGE + 1,
    )
    return tuple(Event(**record.data() | {"at": record["at"].to_native()}) for record in records)


def list_names(graph: Graph, scope: Scope, events: Iterable[Event]) -> dict[str, str]:
    """What the people, organisations, accounts and themes are called to which these events point, by id or code."""
    told = (text for event in events for text in (event.subject, event.before, event.after) if text)
    words = sorted({word for text in told for word in WORD.findall(text)})
    records = graph.read("accounts/name_things", scope=scope.parameters(), words=words)
    return {record["word"]: record["name"] for record in records}
