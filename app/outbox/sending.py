"""Handing a mail to the mail server."""

import re
import smtplib
import ssl
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from app.config import Settings
from app.outbox.message_ids import message_id
from app.outbox.rules import Outcome, outcome_of
from app.outbox.store import QueuedMail

TIMEOUT_S = 30
TLS_PORT = 465
BAD_ADDRESS = 553
STATUS = re.compile(r"[45](?:\.\d{1,3}){2}")


def make_message(settings: Settings, mail: QueuedMail, at: datetime) -> EmailMessage:
    """The mail as it goes over the line: plain text and HTML.

    Args:
        settings: They name the sender, and hold the key that signs the Message-ID.
        mail: The mail.
        at: The moment of sending.

    Raises:
        ValueError: The address or the subject holds what no header may hold.
    """
    sender = settings.mail_from or ""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(settings, mail.id, parseaddr(sender)[1].rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "nl"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


class MailServer:
    """The mail server that the settings name: encrypted and logged in, reached at the first mail.

    One conversation carries all mails; when it breaks off, the next mail begins another.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._conversation: smtplib.SMTP | None = None

    def deliver(self, message: EmailMessage) -> tuple[Outcome, str]:
        """Give one message to the mail server.

        Returns:
            How it ended, and the server's code. Never the server's words: they may hold an address.
        """
        try:
            server = self._conversation = self._conversation or _connect(self.settings)
        except (OSError, smtplib.SMTPException) as error:
            return Outcome.UNREACHABLE, type(error).__name__
        outcome, code = _hand_over(server, message)
        if not code[:1].isdigit() and outcome is not Outcome.SENT:
            self.close()
        return outcome, code

    def close(self) -> None:
        """End the conversation, if there is one."""
        if self._conversation:
            with suppress(OSError, smtplib.SMTPException):
                self._conversation.quit()
            self._conversation.close()
            self._conversation = None


def _connect(settings: Settings) -> smtplib.SMTP:
    host, port, context = settings.smtp_host or "", settings.smtp_port, ssl.create_default_context()
    if port == TLS_PORT:
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_S, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_S)
    try:
        if settings.smtp_starttls and port != TLS_PORT:
            server.starttls(context=context)
        if settings.smtp_user and settings.smtp_password:
            server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
    except BaseException:
        server.close()
        raise
    return server


def _hand_over(server: smtplib.SMTP, message: EmailMessage) -> tuple[Outcome, str]:
    try:
        server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        [(code, words)] = error.recipients.values()
        return outcome_of(code), _status(code, words)
    except smtplib.SMTPDataError as error:
        return outcome_of(error.smtp_code), _status(error.smtp_code, error.smtp_error)
    except smtplib.SMTPSenderRefused as error:
        # The server does not want us; that says nothing about who the mail is for.
        return Outcome.UNREACHABLE, str(error.smtp_code)
    except (UnicodeError, ValueError, smtplib.SMTPNotSupportedError):
        return Outcome.REFUSED, str(BAD_ADDRESS)
    except (OSError, smtplib.SMTPException) as error:
        # Broken off halfway: the server may have it or not.
        return Outcome.LATER, type(error).__name__
    return Outcome.SENT, ""


def _status(code: int, words: bytes | str) -> str:
    """The status code with which the server's words begin, as RFC 2034 has it: it says more than the reply code."""
    found = STATUS.match(words.decode("ascii", "replace") if isinstance(words, bytes) else words)
    return found[0] if found else str(code)
