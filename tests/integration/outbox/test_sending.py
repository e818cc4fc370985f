"""Mail goes out over real SMTP: once, readable both ways, tried again when it must be, and never lost."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Event

import pytest

from app.outbox.message_ids import mail_of
from app.outbox.rules import MOST_TRIES, PAUSES_S, Outcome
from app.outbox.worker import AlreadyRunningError, clock, only_worker, run, send_due
from app.platform.mail import queue_mail, write_mail
from tests.integration.outbox.conftest import EMAIL, SCOPE

TO = "noor@delinde.example"
ROOT = Path(__file__).resolve().parents[3]


def later(seconds: float):
    """A clock that runs ahead."""
    return lambda: clock() + timedelta(seconds=seconds)


def test_both_ways_of_reading_say_the_same_in_dutch(graph, mail_settings, postbox, queue):
    identity = queue(TO)
    assert send_due(graph, mail_settings, later(1))[Outcome.SENT] == 1
    [message] = postbox.taken
    plain, page = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
    for words in ("Beste Noor,", "https://x.example/1", "automatisch verstuurd"):
        assert words in plain
        assert words in page
    assert "Klopt dit <nog> & goed?" in plain
    assert "Klopt dit &lt;nog&gt; &amp; goed?" in page
    assert (message["Subject"], message["From"]) == ("Één vraag", "Korte Lijnen <post@swv.example>")
    assert mail_of(mail_settings, message["Message-ID"]) == identity
    assert message["Message-ID"].endswith("@swv.example>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime.tzinfo


def test_nothing_is_sent_twice_and_no_words_are_kept(graph, mail_settings, postbox, queue, mails):
    queue(TO)
    for hours in (1, 100, 10_000):
        send_due(graph, mail_settings, later(hours * 3600))
    assert postbox.got() == [TO]
    assert {"text", "html", "due_at"}.isdisjoint(mails(TO))


def test_nothing_goes_out_when_its_cause_is_rolled_back(graph, mail_settings, postbox):
    with graph.transaction() as transaction:
        queue_mail(transaction, SCOPE, write_mail(TO, "x", [], ("x", "https://x.example"), []))
        transaction.rollback()
    send_due(graph, mail_settings, later(1))
    assert postbox.taken == []


def test_a_refused_address_raises_one_task(graph, mail_settings, postbox, queue, mails, tasks, person):
    postbox.answers[EMAIL] = "550 no such user"
    queue(EMAIL, person)
    assert send_due(graph, mail_settings, later(1))[Outcome.REFUSED] == 1
    assert mails(EMAIL)["error"] == "550"
    graph.driver.execute_query("MATCH (m:Mail) SET m.to = 'old'")
    queue(EMAIL, person)
    assert send_due(graph, mail_settings, later(2))[Outcome.REFUSED] == 1
    assert send_due(graph, mail_settings, later(1e6))[Outcome.REFUSED] == 0
    assert tasks() == ["mail_bounced"]


def test_a_mail_that_is_refused_for_what_it_says_does_not_blame_the_address(
    graph, mail_settings, postbox, queue, mails, tasks, person
):
    postbox.answers[EMAIL] = "550 5.7.1 looks like spam"
    queue(EMAIL, person)
    assert send_due(graph, mail_settings, later(1))[Outcome.REFUSED] == 1
    assert mails(EMAIL)["error"] == "5.7.1"
    assert tasks() == ["mail_undelivered"]


def test_put_off_it_is_tried_again_after_each_pause_and_given_up_at_the_end(
    graph, mail_settings, postbox, queue, mails, tasks, person
):
    postbox.answers[EMAIL] = "451 later"
    queue(EMAIL, person)
    ahead = 1
    for pause in PAUSES_S:
        assert send_due(graph, mail_settings, later(ahead))[Outcome.LATER] == 1
        assert send_due(graph, mail_settings, later(ahead + pause - 60))[Outcome.LATER] == 0
        ahead += pause + 60
    assert tasks() == []
    assert send_due(graph, mail_settings, later(ahead))[Outcome.LATER] == 1
    assert tasks() == ["mail_undelivered"]
    assert mails(EMAIL)["tries"] == MOST_TRIES
    assert send_due(graph, mail_settings, later(1e7))[Outcome.LATER] == 0


def test_put_off_once_it_arrives_the_next_time(graph, mail_settings, postbox, queue, tasks, person):
    postbox.answers[EMAIL] = "451 later"
    queue(EMAIL, person)
    queue(TO)
    send_due(graph, mail_settings, later(1))
    assert postbox.got() == [TO]
    postbox.answers.clear()
    send_due(graph, mail_settings, later(400))
    assert postbox.got() == [TO, EMAIL]
    assert tasks() == []


def test_a_server_that_is_away_is_no_try(graph, mail_settings, postbox, queue, mails, tasks, person):
    queue(EMAIL, person)
    away = mail_settings.model_copy(update={"smtp_port": 9})
    for minutes in range(0, 100, 10):
        assert send_due(graph, away, later(minutes * 60 + 1))[Outcome.UNREACHABLE] == 1
    assert mails(EMAIL)["tries"] == 0
    send_due(graph, mail_settings, later(100 * 60))
    assert postbox.got() == [EMAIL]
    assert tasks() == []


def test_without_starttls_on_offer_nothing_is_sent(graph, mail_settings, postbox, queue):
    queue(TO)
    strict = mail_settings.model_copy(update={"smtp_starttls": True})
    assert send_due(graph, strict, later(1))[Outcome.UNREACHABLE] == 1
    assert postbox.taken == []


def test_an_address_that_no_header_may_hold_is_refused_and_holds_nobody_up(
    graph, mail_settings, postbox, queue, person
):
    queue("noor@x.example\r\nBcc: all@x.example")
    queue(TO)
    counts = send_due(graph, mail_settings, later(1))
    assert (counts[Outcome.REFUSED], counts[Outcome.SENT]) == (1, 1)
    assert postbox.got() == [TO]


def test_workers_at_the_same_moment_send_each_mail_once(graph, mail_settings, postbox, queue):
    addresses = [f"p{number}@x.example" for number in range(20)]
    for address in addresses:
        queue(address)
    together = Barrier(3)

    def work(_: int) -> int:
        together.wait()
        return send_due(graph, mail_settings, later(1))[Outcome.SENT]

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, range(3))) == len(addresses)
    assert Counter(postbox.got()) == Counter(addresses)


def test_one_worker_uses_the_files_at_a_time(tmp_path):
    with only_worker(tmp_path), pytest.raises(AlreadyRunningError), only_worker(tmp_path):
        pass
    with only_worker(tmp_path):
        pass


def test_told_to_stop_it_finishes_the_mail_in_hand_only(graph, mail_settings, postbox, queue):
    stop = Event()
    postbox.before_answer = stop.set
    queue(TO)
    queue("other@x.example")
    run(graph, mail_settings, stop)
    assert len(postbox.taken) == 1
    assert len(graph.driver.execute_query("MATCH (m:Mail) WHERE m.sent_at IS NOT NULL RETURN m").records) == 1


def post(settings, address, *words: str, **more: str) -> subprocess.Popen:
    """Start `lijn post` as a person does."""
    environment = {
        **os.environ,
        "LANGUAGE": "nl",
        "NEO4J_URI": address.uri,
        "NEO4J_USER": address.user,
        "NEO4J_PASSWORD": address.password,
        "VAR": str(settings.var),
        "SMTP_HOST": settings.smtp_host,
        "SMTP_PORT": str(settings.smtp_port),
        "SMTP_STARTTLS": "false",
        "MAIL_FROM": settings.mail_from,
        **more,
    }
    command = [sys.executable, "-c", "from app.cli import main; main()", "post", *words]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_killed_between_sending_and_putting_it_down_it_goes_out_again_with_the_same_id(
    graph, address, mail_settings, postbox, queue, mails
):
    queue("first@x.example")
    queue(TO)
    killed: list[subprocess.Popen] = []

    def kill() -> None:
        if len(postbox.taken) == 2 and not killed:
            killed.append(worker)
            worker.send_signal(signal.SIGKILL)
            worker.wait(10)

    postbox.before_answer = kill
    worker = post(mail_settings, address)
    worker.communicate(timeout=60)
    assert postbox.got() == ["first@x.example", TO]
    assert "sent_at" in mails("first@x.example")
    assert "sent_at" not in mails(TO)

    again = post(mail_settings, address, "--once")
    assert "0 verstuurd" in again.communicate(timeout=60)[0]
    assert send_due(graph, mail_settings, later(PAUSES_S[0] + 60))[Outcome.SENT] == 1
    assert postbox.got() == ["first@x.example", TO, TO]
    assert postbox.taken[1]["Message-ID"] == postbox.taken[2]["Message-ID"]


def test_the_command_stops_when_asked_and_logs_nobody(graph, address, mail_settings, postbox, queue):
    queue(TO)
    worker = post(mail_settings, address, LOG_FORMAT="json")
    deadline = time.monotonic() + 60
    while not postbox.taken and time.monotonic() < deadline:
        time.sleep(0.1)
    worker.send_signal(signal.SIGTERM)
    output, errors = worker.communicate(timeout=60)
    assert worker.returncode == 0
    assert '"outcome": "sent"' in errors
    assert "noor" not in output + errors


def test_without_a_mail_server_the_command_says_so(address, mail_settings):
    worker = post(mail_settings, address, "--once", SMTP_HOST="")
    assert "SMTP_HOST" in worker.communicate(timeout=60)[1]
    assert worker.returncode == 1


def test_a_mail_that_ends_every_worker_is_given_up(graph, mail_settings, postbox, queue, mails, person):
    queue(TO)
    graph.driver.execute_query("MATCH (m:Mail) SET m.tries = $tries", tries=MOST_TRIES)
    assert send_due(graph, mail_settings, later(1))[Outcome.LATER] == 1
    assert mails(TO)["error"] == "tries"
    assert postbox.taken == []
