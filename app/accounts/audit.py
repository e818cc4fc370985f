"""The audit trail as it is read."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.platform.access import Scope
from app.platform.graph import Graph

PAGE = 50


@dataclass(frozen=True)
class Event:
    """One change: when, by whom (None: who runs the installation), what, to what, and the values where these help."""

    at: datetime
    actor: str | None
    action: str
    subject: str
    before: str | None
    after: str | None


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
