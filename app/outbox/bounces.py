"""Reports of mail servers about mail that did not arrive.

Anybody can write such a report. It counts only when it has our mail's own Message-ID with it, which nobody can guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, message_from_string, policy
from email.message import Message

from app.config import Settings
from app.outbox import store
from app.outbox.message_ids import mail_of
from app.platform.graph import Graph

STATUS = re.compile(r"[45](?:\.\d{1,3}){2}")


@dataclass(frozen=True)
class Bounce:
    """One mail that did not arrive.

    Attributes:
        message_id: The Message-ID of the mail that came back; empty where it did not come back.
        status: The code, such as 5.1.1.
    """

    message_id: str
    status: str


def read_bounce(report: bytes) -> Bounce | None:
    """What a delivery status notification says will not arrive any more; None for any other mail.

    Args:
        report: The whole mail, as the mail server hands it over.

    Source: RFC 3464, 2.3: fields Action and Status.
    """
    message = message_from_bytes(report, policy=policy.compat32)
    failed = (_status(fields) for fields in _fields(message) if _field(fields, "Action").lower() == "failed")
    status = next(filter(None, failed), "")
    return Bounce(_returned_id(message), status) if status else None


def handle_report(graph: Graph, settings: Settings, report: bytes, now: datetime) -> bool:
    """Raise a task for the mail of ours that a report says did not arrive; False when there is none, or it was known.

    Args:
        graph: The database.
        settings: They hold the key that signed the mail's Message-ID.
        report: The whole mail.
        now: The clock.
    """
    bounce = read_bounce(report)
    identity = mail_of(settings, bounce.message_id) if bounce else None
    mail = store.find_bounced_mail(graph, identity) if identity else None
    return bool(bounce and mail and store.mark_failed(graph, mail, bounce.status, now))


def _fields(message: Message) -> Iterator[Message]:
    """The blocks of fields of a report, one for each address."""
    for part in message.walk():
        blocks = part.get_payload() if part.get_content_type() == "message/delivery-status" else None
        if isinstance(blocks, list):
            yield from (block for block in blocks if isinstance(block, Message))


def _status(fields: Message) -> str:
    found = STATUS.match(_field(fields, "Status"))
    return found[0] if found else ""


def _returned_id(message: Message) -> str:
    """The Message-ID of the mail that the report has with it, whole or its headers only."""
    for part in message.walk():
        if part.get_content_type() == "text/rfc822-headers":
            returned = message_from_string(str(part.get_payload()))
        elif part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list):
            returned = part.get_payload(0)  # type: ignore[assignment]
        else:
            continue
        if found := _field(returned, "Message-ID"):
            return found
    return ""


def _field(fields: Message, name: str) -> str:
    return str(fields.get(name, "")).strip()
