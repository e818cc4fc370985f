"""The outbox and the tasks in the graph."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.outbox.rules import PAUSES_S, blames_address
from app.platform.access import Scope, region_scope
from app.platform.audit import record_change
from app.platform.graph import Graph
from app.platform.tasks import TaskKind, raise_task

SHOWN_AFTER_DONE = timedelta(days=14)
SERVER_PAUSE = timedelta(minutes=5)


@dataclass(frozen=True)
class QueuedMail:
    """A mail that is ours to send now; `tries` counts this one."""

    id: str
    region: str
    to: str
    subject: str
    text: str
    html: str
    tries: int
    about: str | None


@dataclass(frozen=True)
class SentMail:
    """A mail about which a mail server reports."""

    id: str
    region: str
    subject: str
    about: str | None


@dataclass(frozen=True)
class Task:
    """Something that somebody of the region has to do.

    `person_id` is of who still works there; `mails` are waiting for a word to be sent again.
    """

    id: str
    kind: str
    subject: str
    created_on: date
    done: bool
    person: str | None
    person_id: str | None
    email: str | None
    organisation: str | None
    organisation_id: str | None
    mails: int


def take_mail(graph: Graph, now: datetime) -> QueuedMail | None:
    """Take the mail that has waited longest, so that no other worker sends it; None when none is due.

    It is put down as due again after a pause before anything is sent: a worker that dies leaves it to be tried again.

    Args:
        graph: The database.
        now: The worker's clock.
    """
    while True:
        with graph.transaction() as transaction:
            records = transaction.run("outbox/take_mail", now=now, pauses=list(PAUSES_S))
        if not records:
            return None
        row = records[0].data()
        if row.pop("won"):
            return QueuedMail(**row)


def mark_sent(graph: Graph, mail: QueuedMail, now: datetime) -> None:
    """Put down that a mail was sent: it is never sent again."""
    with graph.transaction() as transaction:
        transaction.run("outbox/mark_sent", id=mail.id, now=now)


def put_back(graph: Graph, mail: QueuedMail, now: datetime) -> None:
    """Let a mail wait for the mail server to be there again; that is no try of this mail."""
    with graph.transaction() as transaction:
        transaction.run("outbox/put_back_mail", id=mail.id, due=now + SERVER_PAUSE)


def mark_failed(graph: Graph, mail: QueuedMail | SentMail, error: str, now: datetime) -> bool:
    """Put down that a mail did not arrive, and let somebody look into it; False when that was known.

    Where nothing says that the address is wrong, the words are kept: the mail can be sent again.

    Args:
        graph: The database.
        mail: The mail.
        error: The code that the mail server gave.
        now: The worker's clock.
    """
    scope, for_good = region_scope(mail.region), blames_address(error)
    facts = {"id": mail.id, "error": error, "now": now, "for_good": for_good}
    kind = TaskKind.MAIL_BOUNCED if for_good else TaskKind.MAIL_UNDELIVERED
    with graph.transaction() as transaction:
        if not transaction.run("outbox/mark_failed", scope=scope.parameters(), **facts):
            return False
        if mail.about:
            raise_task(transaction, scope, kind, mail.subject, person=mail.about)
        record_change(transaction, scope, "outbox.mark_failed", mail.id, after={"error": error})
    return True


def find_bounced_mail(graph: Graph, mail: str) -> SentMail | None:
    """The mail with this id, about which a mail server reports; None when it is not there any more."""
    records = graph.read("outbox/find_bounced_mail", id=mail)
    return SentMail(**records[0].data()) if records else None


def list_tasks(graph: Graph, scope: Scope, now: datetime) -> tuple[Task, ...]:
    """What waits in the region, oldest first, then what was done in the last two weeks."""
    records = graph.read("outbox/list_tasks", scope=scope.parameters(), since=now - SHOWN_AFTER_DONE)
    return tuple(Task(**row.data() | {"created_on": row["created_on"].to_native()}) for row in records)


def finish_task(graph: Graph, scope: Scope, task: str) -> bool:
    """Mark a task of the region as done; False when it is not there, or was done already."""
    return _change(graph, scope, "outbox/finish_task", "outbox.finish_task", task)


def retry_task(graph: Graph, scope: Scope, task: str, now: datetime) -> bool:
    """Send what a task of the region says was not delivered once more, which is all there is to do about it.

    Args:
        graph: The database.
        scope: The viewer's region.
        task: The task's id.
        now: From when the mails are due.

    Returns:
        False when the task is not there, is done, or has no mail that can be sent again.
    """
    return _change(graph, scope, "outbox/retry_task", "outbox.retry_task", task, now=now)


def reopen_task(graph: Graph, scope: Scope, task: str) -> bool:
    """Let a task of the region wait again; False when it is not there, or waits already."""
    return _change(graph, scope, "outbox/reopen_task", "outbox.reopen_task", task)


def _change(graph: Graph, scope: Scope, query: str, action: str, task: str, **facts: datetime) -> bool:
    with graph.transaction() as transaction:
        if not transaction.run(query, scope=scope.parameters(), id=task, **facts):
            return False
        record_change(transaction, scope, action, task)
    return True
