"""The Message-ID of a mail: its id and our signature, so that a report about a mail can only come from who has it."""

import hashlib
import re

from itsdangerous import BadSignature, Signer

from app.config import Settings

MESSAGE_ID = re.compile(r"<([\w.-]+)@")


def message_id(settings: Settings, mail: str, domain: str) -> str:
    """The Message-ID of a mail, the same each time that it is sent.

    Args:
        settings: They hold the key that signs.
        mail: The mail's id.
        domain: What stands behind the @.
    """
    return f"<{_signer(settings).sign(mail).decode()}@{domain}>"


def mail_of(settings: Settings, written: str) -> str | None:
    """The id of the mail with this Message-ID; None when we did not sign it."""
    found = MESSAGE_ID.search(written)
    try:
        return _signer(settings).unsign(found[1]).decode() if found else None
    except BadSignature:
        return None


def _signer(settings: Settings) -> Signer:
    return Signer(settings.signing_key, salt="message-id", digest_method=hashlib.sha256)
