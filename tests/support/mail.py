"""A real mail server on loopback: it keeps what it takes, and refuses what it is told to refuse."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller

from app.config import Settings

SENDER = "Korte Lijnen <post@swv.example>"


@dataclass
class Postbox:
    """What the server took, and its answers by address; `before_answer` runs between taking a mail and saying so."""

    answers: dict[str, str] = field(default_factory=dict)
    taken: list[EmailMessage] = field(default_factory=list)
    before_answer: Callable[[], None] = lambda: None

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802 - aiosmtpd's own name
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        self.before_answer()
        return "250 OK"

    def got(self) -> list[str]:
        """The addresses that mail was taken for, in order."""
        return [message["To"] for message in self.taken]


def start_mail_server(postbox: Postbox) -> Controller:
    """Start the server on a free port; stop it with `stop()`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(postbox, hostname="127.0.0.1", port=port)
    server.start()
    return server


def with_mail_server(settings: Settings, port: int) -> Settings:
    """The settings, with this mail server; it has no certificate."""
    return settings.model_copy(
        update={"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_starttls": False, "mail_from": SENDER}
    )
