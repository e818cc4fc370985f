"""Reports of mail servers, as RFC 3464 writes them."""

import pytest

from app.config import Settings
from app.outbox.bounces import Bounce, read_bounce
from app.outbox.message_ids import mail_of, message_id

MAIL = "0192f0c1-2345-7000-8000-000000000000"
SIGNED = "<0192f0c1-2345-7000-8000-000000000000.c2lnbmF0dXJl@swv.example>"

REPORT = """From: MAILER-DAEMON@mx.example
To: post@swv.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain

This mail could not be delivered.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; noor@de.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user

--grens
Content-Type: {returned}

Message-ID: {message_id}
Subject: Klopt dit nog?

--grens--
"""


def report(message_id: str, action="failed", status="5.1.1", returned="text/rfc822-headers") -> bytes:
    """A delivery status notification."""
    return REPORT.format(message_id=message_id, action=action, status=status, returned=returned).encode()


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
@pytest.mark.parametrize("status", ["5.1.1", "4.4.7"])
def test_a_failure_names_the_mail_and_how_it_ended(returned, status):
    assert read_bounce(report(SIGNED, status=status, returned=returned)) == Bounce(SIGNED, status)


@pytest.mark.parametrize(("action", "status"), [("delayed", "4.4.1"), ("delivered", "2.0.0"), ("failed", "geen")])
def test_what_may_still_arrive_is_no_bounce(action, status):
    assert read_bounce(report(SIGNED, action, status)) is None


@pytest.mark.parametrize("text", [b"", b"Subject: hallo\n\ntekst", b"\xff\xfe\x00", report(SIGNED)[:400]])
def test_any_other_mail_holds_no_bounce(text):
    assert read_bounce(text) is None


def test_of_more_addresses_the_one_that_failed_counts():
    two = report(SIGNED, "delivered", "2.0.0").replace(
        b"Status: 2.0.0\n", b"Status: 2.0.0\n\nFinal-Recipient: rfc822; b@de.example\nAction: failed\nStatus: 5.1.1\n"
    )
    assert read_bounce(two) == Bounce(SIGNED, "5.1.1")


def test_a_message_id_is_ours_only_with_our_signature(tmp_path):
    ours, theirs = (Settings(var=tmp_path / "var", secret_key=key) for key in ("one", "other"))
    signed = message_id(ours, MAIL, "swv.example")
    assert mail_of(ours, signed) == MAIL
    assert mail_of(ours, signed.replace("swv.example", "relay.example")) == MAIL
    elsewhere = MAIL.replace("2345", "2346")
    for forged in (f"<{MAIL}@swv.example>", signed.replace(MAIL, elsewhere), SIGNED, "", "<@>", "zomaar"):
        assert mail_of(ours, forged) is None
    assert mail_of(theirs, signed) is None
