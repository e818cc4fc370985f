"""Mail: queued by the transaction of what causes it, so that both are there or neither; `lijn post` sends it."""

from dataclasses import asdict, dataclass

from flask_babel import gettext as _
from markupsafe import escape
from uuid6 import uuid7

from app.platform.access import Scope
from app.platform.graph import Transaction

HTML = """<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>{subject}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f5;color:#1c2b2a;font:17px/1.5 Verdana,sans-serif">
<div style="max-width:34em;margin:auto;padding:24px;background:#fff;border-radius:8px">
{body}
</div>
</body>
</html>
"""
PARAGRAPH = '<p style="margin:0 0 16px">{}</p>'
BUTTON = (
    '<p style="margin:0 0 16px"><a href="{link}" style="display:inline-block;padding:10px 18px;background:#0b5d5a;'
    'color:#fff;border-radius:6px;font-weight:bold">{label}</a></p>'
)
FOOTER = '<p style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid #c9d1cf;font-size:14px">{}</p>'


@dataclass(frozen=True)
class Mail:
    """What to send to one person.

    Attributes:
        to: The address.
        subject: One line.
        text: The words, as plain text.
        html: The same words, for who reads mail as pages.
        about: The id of the person whom the mail is about; when it does not arrive, somebody looks into that.
    """

    to: str
    subject: str
    text: str
    html: str
    about: str | None = None


def write_mail(
    to: str, subject: str, before: list[str], link: tuple[str, str], after: list[str], about: str | None = None
) -> Mail:
    """Compose a mail around one link, the same words in plain text and in HTML.

    Args:
        to: The address.
        subject: One line.
        before: Paragraphs before the link.
        link: What it says, and where it leads.
        after: Paragraphs after the link.
        about: The id of the person whom the mail is about.
    """
    label, address = link
    footer = _("Deze mail is automatisch verstuurd door Korte Lijnen. Vragen? Bel of mail uw samenwerkingsverband.")
    text = "\n\n".join([*before, f"{label}:\n{address}", *after, f"-- \n{footer}"]) + "\n"
    body = [
        *(PARAGRAPH.format(escape(words)) for words in before),
        BUTTON.format(link=escape(address), label=escape(label)),
        *(PARAGRAPH.format(escape(words)) for words in after),
        FOOTER.format(escape(footer)),
    ]
    return Mail(to, subject, text, HTML.format(subject=escape(subject), body="\n".join(body)), about)


def queue_mail(transaction: Transaction, scope: Scope, mail: Mail) -> str:
    """Put a mail in the outbox, in the transaction of what causes it; nothing goes out when that is rolled back.

    Args:
        transaction: The transaction that makes the change which the mail tells of.
        scope: Who makes it, and in which region.
        mail: What to send.

    Returns:
        The mail's id; its Message-ID is made from it.
    """
    words = asdict(mail)
    about = words.pop("about")
    identity = str(uuid7())
    transaction.run("platform/queue_mail", scope=scope.parameters(), mail={"id": identity, **words}, about=about)
    return identity
