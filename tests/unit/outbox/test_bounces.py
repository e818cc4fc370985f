"""Reports of mail servers, as RFC 3464 writes them."""

import pytest

from app.outbox.bounces import Bounce, read_bounces

MAIL = "0192f0c1-2345-7000-8000-000000000000"

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

Original-Recipient: rfc822;{to}
Final-Recipient: rfc822; forwarded@elsewhere.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user

--grens
Content-Type: {returned}

Message-ID: <{mail}@swv.example>
Subject: Klopt dit nog?

--grens--
"""


def report(mail: str, to: str, action="failed", status="5.1.1", returned="text/rfc822-headers") -> bytes:
    """A delivery status notification."""
    return REPORT.format(mail=mail, to=to, action=action, status=status, returned=returned).encode()


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_a_failure_names_the_address_and_the_mail(returned):
    assert read_bounces(report(MAIL, "Noor@De.example", returned=returned)) == [
        Bounce("noor@de.example", MAIL, "5.1.1")
    ]


@pytest.mark.parametrize(("action", "status"), [("delayed", "4.4.1"), ("delivered", "2.0.0"), ("failed", "4.4.7")])
def test_what_may_still_arrive_is_no_bounce(action, status):
    assert read_bounces(report(MAIL, "noor@de.example", action, status)) == []


@pytest.mark.parametrize("text", [b"", b"Subject: hallo\n\ntekst", b"\xff\xfe\x00", report(MAIL, "x")[:400]])
def test_any_other_mail_holds_no_bounce(text):
    assert read_bounces(text) == []


def test_a_foreign_message_id_is_nobodys():
    assert read_bounces(report("zomaar", "noor@de.example"))[0].mail == ""
