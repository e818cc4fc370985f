"""Cases changed in the graph: each change takes the lock first, and sees whether the case is still as it was shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import ConstraintError, Graph, Transaction
from app.platform.missing import NotThereError
from app.referrals import rules, store
from app.referrals.model import Case, Step


class NewStep(NamedTuple):
    """A handover to put down; one that goes `back` is taken on at once, by who had handed over before."""

    giver: str
    taker: str
    note: str | None = None
    back: bool = False
    taken_by: str | None = None


class Meanwhile(Exception):  # noqa: N818 - it is no error: somebody else was first
    """The case changed after the page was made; it holds the case as it is now."""

    def __init__(self, case: Case) -> None:
        super().__init__(case.number)
        self.case = case


class NumberTaken(Exception):  # noqa: N818 - said at the field
    """The region has a case with this number."""


def open_case(graph: Graph, scope: Scope, number: str, theme: str, step: NewStep) -> None:
    """Open a case with its first handover.

    Raises:
        NumberTaken: The region has a case with this number.
        NotThereError: One of the organisations is not in the region, or the first is not the viewer's.
    """
    if step.giver not in scope.organisations:
        raise NotThereError(step.giver)
    try:
        with graph.transaction() as transaction:
            transaction.run("referrals/create_referral", scope=scope.parameters(), number=number, theme=theme)
            _add(transaction, scope, number, step)
            record_change(transaction, scope, "referrals.open", number, after={"theme": theme, "to": step.taker})
    except ConstraintError:
        raise NumberTaken(number) from None


def accept(graph: Graph, scope: Scope, number: str, stamp: str) -> None:
    """Take on the handover that waits: from now on the viewer has the lead.

    Raises:
        Meanwhile: The case changed since the viewer saw it.
        NotThereError: There is no such case for her to take on.
    """
    with _locked(graph, scope, number, stamp) as (transaction, case):
        step = _asked(case, rules.may_answer(case, scope.organisations))
        transaction.run("referrals/accept_step", scope=scope.parameters(), number=number, n=step.n)
        record_change(transaction, scope, "referrals.accept", number, after={"step": step.n})


def decline(graph: Graph, scope: Scope, number: str, stamp: str, reason: rules.Reason, note: str | None) -> None:
    """Send the case back to who handed it over, and say why.

    Raises:
        Meanwhile: The case changed since the viewer saw it.
        NotThereError: There is no such case for her to decline.
    """
    with _locked(graph, scope, number, stamp) as (transaction, case):
        step = _asked(case, rules.may_answer(case, scope.organisations))
        _send_back(transaction, scope, case, reason, note)
        record_change(transaction, scope, "referrals.decline", number, after={"step": step.n, "reason": reason})


def hand_over(graph: Graph, scope: Scope, number: str, stamp: str, taker: str, note: str | None) -> None:
    """Ask another organisation to take the case on.

    Raises:
        Meanwhile: The case changed since the viewer saw it.
        NotThereError: There is no such case for her to hand over, or no such organisation in the region.
    """
    with _locked(graph, scope, number, stamp) as (transaction, case):
        if not rules.may_go_on(case, scope.organisations) or taker == case.lead.organisation.id:
            raise NotThereError(number)
        n = _add(transaction, scope, number, NewStep(case.lead.organisation.id, taker, note))
        record_change(transaction, scope, "referrals.hand_over", number, after={"step": n, "to": taker})


def take_back(graph: Graph, scope: Scope, number: str, stamp: str) -> bool:
    """Take the last handover back before it is accepted.

    Returns:
        Whether the case is still there: with a first handover of today the case itself is undone.

    Raises:
        Meanwhile: The case changed since the viewer saw it.
        NotThereError: There is no such handover of hers.
    """
    with _locked(graph, scope, number, stamp) as (transaction, case):
        step = _asked(case, rules.may_take_back(case, scope.organisations))
        slip = rules.is_slip(step, case.today)
        if slip:
            transaction.run("referrals/erase_step", scope=scope.parameters(), number=number, n=step.n)
        else:
            _send_back(transaction, scope, case, rules.Reason.TAKEN_BACK, None)
        before = {"step": step.n, "to": step.taker.id, "at": step.at}
        record_change(transaction, scope, "referrals.take_back", number, before)
    return not (slip and step.n == 1)


def close(graph: Graph, scope: Scope, number: str, stamp: str, outcome: rules.Outcome) -> None:
    """Close the case.

    Raises:
        Meanwhile: The case changed since the viewer saw it.
        NotThereError: There is no such case for her to close.
    """
    with _locked(graph, scope, number, stamp) as (transaction, case):
        if not rules.may_go_on(case, scope.organisations):
            raise NotThereError(number)
        transaction.run("referrals/close_referral", scope=scope.parameters(), number=number, outcome=outcome)
        record_change(transaction, scope, "referrals.close", number, after={"outcome": outcome})


def keep_waiting_norm(graph: Graph, scope: Scope, days: int) -> None:
    """Choose after how many days of waiting a case of the region asks for attention."""
    with graph.transaction() as transaction:
        [row] = transaction.run("referrals/keep_waiting_norm", scope=scope.parameters(), days=days)
        before = {"days": row["before"]}
        record_change(transaction, scope, "referrals.keep_norm", scope.region, before, {"days": days})


@contextmanager
def _locked(graph: Graph, scope: Scope, number: str, stamp: str) -> Iterator[tuple[Transaction, Case]]:
    with graph.transaction() as transaction:
        transaction.run("referrals/lock_referral", scope=scope.parameters(), number=number)
        cases = store.cases_of(
            transaction.run("referrals/read_referrals", scope=scope.parameters(), numbers=[number], whole=False)
        )
        if not cases:
            raise NotThereError(number)
        if cases[0].stamp != stamp:
            raise Meanwhile(cases[0])
        yield transaction, cases[0]


def _asked(case: Case, allowed: bool) -> Step:
    if case.pending is None or not allowed:
        raise NotThereError(case.number)
    return case.pending


def _send_back(transaction: Transaction, scope: Scope, case: Case, reason: rules.Reason, note: str | None) -> None:
    step = case.steps[-1]
    transaction.run(
        "referrals/decline_step", scope=scope.parameters(), number=case.number, n=step.n, reason=str(reason)
    )
    # The slow routes count a step back as a step: the case was at the other, and it returned.
    back_to = step.by.id if step.by else None
    _add(transaction, scope, case.number, NewStep(step.taker.id, step.giver.id, note, back=True, taken_by=back_to))


def _add(transaction: Transaction, scope: Scope, number: str, step: NewStep) -> int:
    values = step._asdict() | {"by": scope.person}
    records = transaction.run("referrals/add_step", scope=scope.parameters(), number=number, step=values)
    if not records:
        raise NotThereError(number)
    n: int = records[0]["n"]
    return n
