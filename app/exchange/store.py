"""Imports in the graph."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.exchange.known import Known, KnownOrganisation
from app.platform.access import Scope
from app.platform.graph import Transaction

Before = list[tuple[str, str | None]]


@dataclass(frozen=True)
class Effects:
    """What writing rows did: the rows that made something, and those that changed fields, with the old values."""

    created: list[int]
    changed: list[tuple[int, Before]]


@dataclass(frozen=True)
class Refusal:
    """A row that the graph's own content forbids: what the file says, and what is known instead."""

    row: int
    value: str
    known: Any


def load_known(transaction: Transaction, scope: Scope) -> Known:
    """What the region holds already, as far as a file may point at it."""
    organisations = transaction.run("exchange/list_organisations", scope=scope.parameters())
    [people] = transaction.run("exchange/list_emails", scope=scope.parameters())
    return Known(scope.region, (KnownOrganisation(**record.data()) for record in organisations), people["emails"])


def write(
    transaction: Transaction, scope: Scope, query: str, rows: Sequence[Mapping[str, Any]]
) -> Callable[[], Effects]:
    """Send rows to one of a layout's queries; call what is returned for their effects, and wait for them only then."""
    records = transaction.send(query, scope=scope.parameters(), rows=rows)

    def effects() -> Effects:
        [record] = records
        return Effects(record["created"], [(row["row"], row["before"]) for row in record["changed"]])

    return effects


def find_refused(
    transaction: Transaction, scope: Scope, query: str, rows: Sequence[Mapping[str, Any]]
) -> list[Refusal]:
    """The rows that must not be written, by a layout's last question."""
    return [Refusal(**record.data()) for record in transaction.run(query, scope=scope.parameters(), rows=rows)]
