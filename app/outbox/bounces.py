"""Reports of mail servers about mail that did not arrive."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, message_from_string, policy
from email.message import Message

from app.outbox import store
from app.platform.graph import Graph

MESSAGE_ID = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
PERMANENT = re.compile(r"5(?:\.\d{1,3}){2}")


@dataclass(frozen=True)
class Bounce:
    """One address that does not take our mail.

    Attributes:
        to: The address, in lower case, as we wrote to it where the report says so.
        mail: The id from the Message-ID of the mail that came back; empty where it did not come back.
        status: The code, such as 5.1.1.
    """

    to: str
    mail: str
    status: str


def read_bounces(report: bytes) -> list[Bounce]:
    """The addresses that a delivery status notification says will never take our mail; none for any other mail.

    Args:
        report: The whole mail, as the mail server hands it over.

    Source: RFC 3464, 2.3: fields Action, Status, Original-Recipient and Final-Recipient.
    """
    message = message_from_bytes(report, policy=policy.compat32)
    mail = _returned_mail(message)
    return [
        Bounce(_address(fields), mail, status)
        for part in message.walk()
        if part.get_content_type() == "message/delivery-status"
        for fields in _blocks(part)
        if str(fields.get("Action", "")).strip().lower() == "failed" and (status := _status(fields))
    ]


def handle_bounces(graph: Graph, report: bytes, now: datetime) -> int:
    """Raise a task for every address in a report that does not work any more, and return how many were new.

    Args:
        graph: The database.
        report: The whole mail.
        now: The clock.
    """
    known = 0
    for bounce in read_bounces(report):
        mail = store.find_bounced_mail(graph, bounce.mail, bounce.to, now)
        known += bool(mail and store.mark_failed(graph, mail, bounce.status, now))
    return known


def _blocks(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    return (block for block in payload if isinstance(block, Message)) if isinstance(payload, list) else iter(())


def _status(fields: Message) -> str:
    found = PERMANENT.match(str(fields.get("Status", "")).strip())
    return found[0] if found else ""


def _address(fields: Message) -> str:
    value = str(fields.get("Original-Recipient") or fields.get("Final-Recipient") or "")
    return value.rpartition(";")[2].strip().strip("<>").lower()


def _returned_mail(message: Message) -> str:
    """The id of the mail that the report has with it, whole or its headers only."""
    for part in message.walk():
        if part.get_content_type() == "text/rfc822-headers":
            returned = message_from_string(str(part.get_payload()))
        elif part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list):
            returned = part.get_payload(0)  # type: ignore[assignment]
        else:
            continue
        if found := MESSAGE_ID.search(str(returned.get("Message-ID", ""))):
            return found[1]
    return ""
