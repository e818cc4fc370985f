"""The yearly check in the graph: whom to ask, and what came of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.outbox.links import LIFETIME_S, digest_of
from app.outbox.rules import Check, Position, Workplace, is_done, lines_meant
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.departures import ask_for_successor, end_position
from app.platform.graph import Graph, Record, Transaction, native
from app.platform.mail import Mail, queue_mail
from app.platform.missing import NotThereError
from app.platform.signals import directory_changed
from app.platform.tasks import TaskKind, raise_task


class ShownOtherwiseError(Exception):
    """Something changed since the holder of a link saw it."""


@dataclass(frozen=True)
class Overdue:
    """Somebody whose entry was not verified for a year."""

    person: str
    name: str
    email: str


def list_overdue_people(graph: Graph, scope: Scope, now: datetime) -> tuple[Overdue, ...]:
    """Who of the region is to be asked now: not verified for a year, and not asked in the last thirty days.

    Args:
        graph: The database.
        scope: The region.
        now: The clock.
    """
    rows = graph.read("outbox/list_overdue_people", scope=scope.parameters(), now=now)
    return tuple(Overdue(**row.data()) for row in rows)


def ask_people(graph: Graph, scope: Scope, letters: Sequence[tuple[Mail, str]], now: datetime) -> int:
    """Queue a mail with a link to each of these people, in one transaction; who was just asked is passed over.

    Args:
        graph: The database.
        scope: The region.
        letters: Each a mail, and the token of the link in it.
        now: The clock.

    Returns:
        How many were asked.
    """
    asked = 0
    with graph.transaction() as transaction:
        for mail, token in letters:
            asked += bool(_ask(transaction, scope, mail, token, now))
        if asked:
            record_change(transaction, scope, "outbox.ask_people", "check-entries", after={"asked": asked})
    return asked


def _ask(transaction: Transaction, scope: Scope, mail: Mail, token: str, now: datetime) -> bool:
    found = transaction.run(
        "outbox/ask_person",
        scope=scope.parameters(),
        person=mail.about,
        digest=digest_of(token),
        seconds=LIFETIME_S,
        now=now,
    )
    if found:
        queue_mail(transaction, scope, mail)
    return bool(found)


def find_check(graph: Graph, digest: str | None) -> Check | None:
    """What the holder of a link is asked about; None when the link was used up, has expired or never was."""
    return _check(graph.read("outbox/find_check", digest=digest)) if digest else None


def confirm(graph: Graph, digest: str | None, line: str, mark: str) -> Check | None:
    """Put down that a line is right, or all of them.

    Args:
        graph: The database.
        digest: The digest of the link's token.
        line: Which line, as `rules.lines_meant` reads it.
        mark: The mark of what she saw.

    Returns:
        The check as it now is; None when the link is gone.

    Raises:
        NotThereError: There is no such line.
        ShownOtherwiseError: It is not what she saw; nothing is done.
    """
    with _opened(graph, digest) as (transaction, check, scope):
        if check is None:
            return None
        if check.mark != mark:
            raise ShownOtherwiseError(line)
        herself, organisations = lines_meant(check, line)
        values = {"herself": herself, "organisations": list(organisations)}
        transaction.run("outbox/confirm_entry", scope=scope.parameters(), **values)
        return _finish(transaction, digest, scope, "outbox.confirm_entry", values)


def leave(graph: Graph, digest: str | None, organisation: str) -> Check | None:
    """Make today her last day at an organisation, and ask her colleagues who follows; that is who gets what she leaves.

    Args:
        graph: The database.
        digest: The digest of the link's token.
        organisation: The organisation's id.

    Returns:
        The check as it now is; None when the link is gone.

    Raises:
        NotThereError: She does not work there.
    """
    with _opened(graph, digest) as (transaction, check, scope):
        if check is None:
            return None
        for position in workplace(check, organisation).positions:
            role, since = position.role, position.since
            departure = end_position(transaction, scope, organisation, role, since, date.today())
            ask_for_successor(transaction, scope, departure, f"{check.name} ({role})")
        after = _finish(transaction, digest, scope, "outbox.end_positions", {"organisation": organisation})
    directory_changed.send(graph, scope=scope, ids=(check.person, organisation))
    return after


def workplace(check: Check, organisation: str) -> Workplace:
    """Her line at an organisation.

    Raises:
        NotThereError: There is none.
    """
    for place in check.workplaces:
        if place.id == organisation:
            return place
    raise NotThereError(organisation)


def remark(graph: Graph, digest: str | None, words: str) -> bool:
    """Pass on, to who keeps the region, what she says is wrong; False when the link is gone."""
    with _opened(graph, digest) as (transaction, check, scope):
        if check is None:
            return False
        task = raise_task(transaction, scope, TaskKind.ENTRY_WRONG, words, person=check.person, again=True)
        record_change(transaction, scope, "outbox.remark", task)
    return True


@contextmanager
def _opened(graph: Graph, digest: str | None) -> Iterator[tuple[Transaction, Check | None, Scope]]:
    with graph.transaction() as transaction:
        transaction.run("outbox/take_check", digest=digest)
        check = _check(transaction.run("outbox/find_check", digest=digest))
        scope = Scope(check.region, check.person) if check else Scope("")
        yield transaction, check, scope


def _finish(
    transaction: Transaction, digest: str | None, scope: Scope, action: str, after: dict[str, Any]
) -> Check | None:
    check = _check(transaction.run("outbox/find_check", digest=digest))
    if check and is_done(check):
        transaction.run("outbox/close_check", scope=scope.parameters(), digest=digest)
    record_change(transaction, scope, action, scope.person or "", after=after)
    return check


def _check(records: Sequence[Record]) -> Check | None:
    if not records:
        return None
    row = native(records[0].data())
    places = tuple(
        Workplace(**place | {"positions": tuple(Position(**position) for position in place["positions"])})
        for place in row["workplaces"]
    )
    return Check(**row | {"workplaces": places})
