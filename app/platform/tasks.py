"""Tasks: what the program cannot do, and somebody of the region has to."""

from enum import StrEnum

from uuid6 import uuid7

from app.platform.access import Scope
from app.platform.graph import Transaction


class TaskKind(StrEnum):
    """What happened; what to do about it stands in the template of the page *Taken*."""

    MAIL_BOUNCED = "mail_bounced"
    MAIL_UNDELIVERED = "mail_undelivered"
    ENTRY_WRONG = "entry_wrong"


def raise_task(
    transaction: Transaction,
    scope: Scope,
    kind: TaskKind,
    subject: str = "",
    *,
    person: str | None = None,
    organisation: str | None = None,
    again: bool = False,
) -> str:
    """Put a task before the people who keep the region, unless the same one waits already.

    Args:
        transaction: The transaction of what gives rise to the task.
        scope: In which region.
        kind: What happened.
        subject: What is to be known beside whom it is about, in words.
        person: The id of the person whom it is about.
        organisation: The id of the organisation that it is about.
        again: Whether each time is a task of its own, as with a remark in somebody's own words.

    Returns:
        The id of the task that waits.
    """
    identity = str(uuid7())
    about = identity if again else f"{person}:{organisation}"
    task = {"id": identity, "key": f"{scope.region}:{kind}:{about}", "kind": kind, "subject": subject}
    [record] = transaction.run(
        "platform/raise_task", scope=scope.parameters(), task=task, person=person, organisation=organisation
    )
    found: str = record["id"]
    return found
