"""Imports in the graph."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.exchange.known import Known, KnownOrganisation
from app.platform.access import Scope
from app.platform.graph import Transaction


@dataclass(frozen=True)
class Effect:
    """What writing one row did: made something, or changed fields whose old values are in `before`."""

    row: int
    created: bool
    before: tuple[tuple[str, str | None], ...]


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


def write(transaction: Transaction, scope: Scope, query: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[Effect]:
    """Write rows with one of a layout's queries; a row that changes nothing has no effect to tell."""
    for record in transaction.run(query, scope=scope.parameters(), rows=rows):
        yield Effect(record["row"], record["created"], tuple((field, old) for field, old in record["before"]))


def find_refused(
    transaction: Transaction, scope: Scope, query: str, rows: Sequence[Mapping[str, Any]]
) -> list[Refusal]:
    """The rows that must not be written, by a layout's last question."""
    return [Refusal(**record.data()) for record in transaction.run(query, scope=scope.parameters(), rows=rows)]
