"""The worker that sends what is queued.

A mail is put down as tried before it is given to the mail server, and as sent once the server took it. A worker that
dies in between leaves a mail that is tried again after the pause: it may then arrive twice, with the same Message-ID,
and is never lost. At every other moment a kill costs nothing.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import structlog

from app.config import Settings
from app.outbox import store
from app.outbox.rules import MOST_TRIES, Outcome, gives_up
from app.outbox.sending import BAD_ADDRESS, MailServer, make_message
from app.outbox.store import QueuedMail
from app.platform.graph import DatabaseError, Graph

ROUND_S = 20
MARK_TRIES, MARK_PAUSE_S = 12, 5

log = structlog.get_logger()


class AlreadyRunningError(RuntimeError):
    """Another worker sends on this machine."""


def clock() -> datetime:
    """The time now."""
    return datetime.now(UTC)


@contextmanager
def only_worker(var: Path) -> Iterator[None]:
    """Be the only worker that uses these files; the kernel lets go of the lock whatever ends the process.

    Raises:
        AlreadyRunningError: Another worker is.
    """
    var.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(var / "post.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError from None
        yield
    finally:
        os.close(descriptor)


def run(graph: Graph, settings: Settings, stop: Event) -> None:
    """Send what is due, look again after a pause, and so on until `stop` is set; the mail in hand is finished."""
    while not stop.is_set():
        try:
            send_due(graph, settings, stop=stop)
        except DatabaseError as error:
            log.warning("post.no_database", error=type(error).__name__)
        stop.wait(ROUND_S)


def send_due(
    graph: Graph, settings: Settings, now: Callable[[], datetime] = clock, stop: Event | None = None
) -> dict[Outcome, int]:
    """Send every mail that is due.

    Args:
        graph: The database.
        settings: They name the mail server and the sender.
        now: The clock.
        stop: Once set, no other mail is begun.

    Returns:
        How many mails ended in which way.
    """
    counts = dict.fromkeys(Outcome, 0)
    with closing(MailServer(settings)) as server:
        while not (stop and stop.is_set()) and (mail := store.take_mail(graph, now())):
            outcome, code = _attempt(server, settings, mail, now())
            _settle(graph, mail, outcome, code, now())
            counts[outcome] += 1
            if outcome is Outcome.UNREACHABLE:
                break
    return counts


def _attempt(server: MailServer, settings: Settings, mail: QueuedMail, at: datetime) -> tuple[Outcome, str]:
    if mail.tries > MOST_TRIES:
        # Each try before ended with the worker's death; this mail may well be the cause.
        return Outcome.LATER, "tries"
    try:
        message = make_message(settings, mail, at)
    except ValueError:
        return Outcome.REFUSED, str(BAD_ADDRESS)
    return server.deliver(message)


def _settle(graph: Graph, mail: QueuedMail, outcome: Outcome, code: str, at: datetime) -> None:
    log.info("post.mail", mail=mail.id, outcome=str(outcome), code=code, tries=mail.tries)
    if outcome is Outcome.SENT:
        _surely(lambda: store.mark_sent(graph, mail, at))
    elif outcome is Outcome.UNREACHABLE:
        store.put_back(graph, mail, at)
    elif gives_up(outcome, mail.tries):
        store.mark_failed(graph, mail, code, at)


def _surely(mark: Callable[[], None]) -> None:
    """Put down that a mail went out, also when the database is away for a moment; else it would go out twice."""
    for _ in range(MARK_TRIES - 1):
        try:
            return mark()
        except DatabaseError as error:
            log.warning("post.no_database", error=type(error).__name__)
            time.sleep(MARK_PAUSE_S)
    return mark()
