"""Agreements in the graph."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from uuid6 import uuid7

from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Transaction
from app.platform.missing import NotThereError
from app.referrals.agreements.rules import Agreement, Asked, Worker
from app.referrals.model import Organisation


@dataclass(frozen=True)
class Terms:
    """What an agreement says; organisations and people by id."""

    subject: str
    review_at: date
    lead: str
    our_person: str | None
    their_person: str | None


class ThereAlreadyError(Exception):
    """Two organisations agreed the same already."""


class ChangedMeanwhile(Exception):  # noqa: N818 - it is no error: somebody else was first
    """Somebody changed the agreement after the form was made; it holds the agreement as it is now."""

    def __init__(self, agreement: Agreement) -> None:
        super().__init__(agreement.id)
        self.agreement = agreement


def list_agreements(graph: Graph, scope: Scope) -> list[Agreement]:
    """The agreements of the viewer's organisations, those to review first on top."""
    rows = [_agreement(row.data()) for row in graph.read("referrals/list_agreements", scope=scope.parameters(), id="")]
    return list({row.id: row for row in rows}.values())


def find_agreement(graph: Graph, scope: Scope, agreement: str) -> Agreement | None:
    """One agreement of the viewer's organisations; None when it is not hers."""
    rows = graph.read("referrals/list_agreements", scope=scope.parameters(), id=agreement)
    return _agreement(rows[0].data()) if rows else None


def list_workers(graph: Graph, scope: Scope, organisation: str) -> list[Worker]:
    """Who works at an organisation of the region now."""
    rows = graph.read("referrals/list_workers", scope=scope.parameters(), organisation=organisation)
    return [Worker(**row.data()) for row in rows]


def turned_to(graph: Graph, scope: Scope, agreement: Agreement) -> list[Asked]:
    """To whom of the other organisation people of the viewer's own turn."""
    ends = {"mine": agreement.mine.id, "other": agreement.other.id}
    rows = graph.read("referrals/find_turned_to", scope=scope.parameters(), **ends)
    return [Asked(row["id"], row["name"], frozenset(row["askers"])) for row in rows]


def make(graph: Graph, scope: Scope, mine: str, other: str, terms: Terms) -> str:
    """Put an agreement down; returns its id.

    Raises:
        NotThereError: One of the organisations is not in the region, or the first is not the viewer's.
        ThereAlreadyError: An agreement of theirs says the same.
    """
    agreement = str(uuid7())
    with graph.transaction() as transaction:
        ends = {"mine": mine, "other": other}
        said = {"id": agreement, "subject": terms.subject}
        made = transaction.run("referrals/create_agreement", scope=scope.parameters(), **said, **ends)
        if not made:
            raise NotThereError(other)
        if made[0]["id"] != agreement:
            raise ThereAlreadyError(terms.subject)
        _write(transaction, scope, agreement, mine, other, terms)
        record_change(transaction, scope, "referrals.make_agreement", agreement, after=vars(terms) | ends)
    return agreement


def change(graph: Graph, scope: Scope, agreement: str, version: int, terms: Terms) -> None:
    """Give an agreement other terms.

    Raises:
        ChangedMeanwhile: Somebody changed it since the viewer saw it.
        NotThereError: There is no such agreement of hers.
    """
    with graph.transaction() as transaction:
        found = _locked(transaction, scope, agreement)
        if found.version != version:
            raise ChangedMeanwhile(found)
        _write(transaction, scope, agreement, found.mine.id, found.other.id, terms)
        record_change(transaction, scope, "referrals.change_agreement", agreement, _said(found), vars(terms))


def end(graph: Graph, scope: Scope, agreement: str, version: int) -> None:
    """End an agreement; the audit trail keeps what it said.

    Raises:
        ChangedMeanwhile: Somebody changed it since the viewer saw it.
        NotThereError: There is no such agreement of the viewer's.
    """
    with graph.transaction() as transaction:
        found = _locked(transaction, scope, agreement)
        if found.version != version:
            raise ChangedMeanwhile(found)
        transaction.run("referrals/end_agreement", scope=scope.parameters(), id=agreement)
        record_change(transaction, scope, "referrals.end_agreement", agreement, _said(found))


def _locked(transaction: Transaction, scope: Scope, agreement: str) -> Agreement:
    transaction.run("referrals/lock_agreement", scope=scope.parameters(), id=agreement)
    rows = transaction.run("referrals/list_agreements", scope=scope.parameters(), id=agreement)
    if not rows:
        raise NotThereError(agreement)
    return _agreement(rows[0].data())


def _write(transaction: Transaction, scope: Scope, agreement: str, mine: str, other: str, terms: Terms) -> None:
    values = vars(terms) | {"mine": mine, "other": other}
    transaction.run("referrals/write_agreement", scope=scope.parameters(), id=agreement, values=values)


def _said(agreement: Agreement) -> dict[str, Any]:
    return {"subject": agreement.subject, "review_at": agreement.review_at, "lead": agreement.lead}


def _agreement(row: dict[str, Any]) -> Agreement:
    return Agreement(
        **row
        | {day: row[day].to_native() for day in ("review_at", "today")}
        | {end: Organisation(**row[end]) for end in ("mine", "other")}
        | {who: row[who] and Worker(**row[who]) for who in ("our_person", "their_person")}
    )
