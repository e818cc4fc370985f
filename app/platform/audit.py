"""The audit trail: what was changed, by whom; written in the transaction of the change itself."""

import json
from collections.abc import Mapping
from typing import Any

from uuid6 import uuid7

from app.platform.access import Scope
from app.platform.graph import Transaction


def record_event(transaction: Transaction, scope: Scope, action: str, subject: str) -> None:
    """Put down one audit event of something after which every answer about the region is what it was.

    Args:
        transaction: The transaction in which it is done.
        scope: Who does it, and in which region.
        action: What was done, as `slice.verb`, for instance `finder.ask`.
        subject: What it was done to: an id.
    """
    event = _event(scope, action, subject, None, None)
    transaction.run("platform/record_event", scope=scope.parameters(), event=event)


def record_change(
    transaction: Transaction,
    scope: Scope,
    action: str,
    subject: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> int:
    """Put down one audit event and raise the region's revision; call it last, the region is locked from here on.

    Args:
        transaction: The transaction that makes the change.
        scope: Who makes it, and in which region.
        action: What was done, as `slice.verb`, for instance `exchange.import`.
        subject: What it was done to: an id, or a file's name.
        before: The values that were, where that helps to understand the change.
        after: The values that are.

    Returns:
        The region's new revision.
    """
    event = _event(scope, action, subject, before, after)
    [record] = transaction.run("platform/record_change", scope=scope.parameters(), event=event)
    revision: int = record["revision"]
    return revision


def _event(
    scope: Scope, action: str, subject: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> dict[str, str | None]:
    return {
        "id": str(uuid7()),
        "actor": scope.person,
        "action": action,
        "subject": subject,
        "before": _text(before),
        "after": _text(after),
    }


def _text(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, default=str)
