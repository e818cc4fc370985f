"""Tasks: raised by what mail servers say, seen by who keeps the region, done, and put back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from app.outbox.bounces import handle_report
from app.outbox.rules import MOST_TRIES
from app.outbox.worker import clock, send_due
from app.platform.access import Role
from tests.integration.outbox.conftest import EMAIL
from tests.support.site import add_account, client_of
from tests.unit.outbox.test_bounces import report


@pytest.fixture
def sent(graph, mail_settings, postbox, queue, person) -> str:
    """The Message-ID of a mail that the mail server took."""
    queue(EMAIL, person)
    send_due(graph, mail_settings, clock)
    return postbox.taken[-1]["Message-ID"]


@pytest.fixture
def given_up(graph, mail_settings, postbox, queue, person) -> None:
    """A mail to `EMAIL` that was put off for the last time."""
    postbox.answers[EMAIL] = "451 later"
    queue(EMAIL, person)
    graph.driver.execute_query("MATCH (m:Mail) SET m.tries = $tries", tries=MOST_TRIES - 1)
    send_due(graph, mail_settings, clock)
    postbox.answers.clear()


@pytest.fixture
def keeper(site, graph):
    return client_of(site, add_account(graph, Role.SWV_MEDEWERKER))


@pytest.fixture
def task(graph):
    """The id of the only task there is."""

    def look() -> str:
        [record] = graph.driver.execute_query("MATCH (t:Task) RETURN t.id AS id").records
        return record["id"]

    return look


def test_a_report_raises_a_task_once(graph, mail_settings, sent, tasks):
    assert handle_report(graph, mail_settings, report(sent), clock())
    assert not handle_report(graph, mail_settings, report(sent), clock())
    assert tasks() == ["mail_bounced"]


def test_a_report_without_our_signature_raises_nothing(graph, mail_settings, sent, tasks):
    bare = f"<{sent[1:].partition('.')[0]}@swv.example>"
    changed = sent.replace("@", "A@")
    for forged in ("", bare, changed, "<iemand@anders.example>"):
        assert not handle_report(graph, mail_settings, report(forged), clock())
    assert tasks() == []


def test_a_report_of_a_server_that_gave_up_does_not_blame_the_address(graph, mail_settings, sent, tasks, keeper):
    assert handle_report(graph, mail_settings, report(sent, status="4.4.7"), clock())
    assert tasks() == ["mail_undelivered"]
    page = keeper.get("/taken").text
    assert "Het adres kan goed zijn" in page
    assert "Probeer opnieuw" not in page, "our words went when the mail server took them"


def test_the_page_says_what_to_do_and_a_task_can_be_done_and_put_back(keeper, graph, mail_settings, sent, tasks, task):
    assert "niets te doen" in keeper.get("/taken").text
    handle_report(graph, mail_settings, report(sent), clock())
    page = keeper.get("/taken").text
    assert f"Dit adres werkt niet meer: {EMAIL}" in page
    assert "Probeer opnieuw" not in page
    assert keeper.post(f"/taken/{task()}/opnieuw").status_code == 404
    assert keeper.post(f"/taken/{task()}/klaar").status_code == 302
    assert keeper.post(f"/taken/{task()}/klaar").status_code == 404
    assert tasks() == []
    assert "Zet terug" in keeper.get("/taken").text
    assert keeper.post(f"/taken/{task()}/heropenen").status_code == 302
    assert tasks() == ["mail_bounced"]


def test_what_was_put_off_for_the_last_time_can_be_sent_again(
    keeper, graph, mail_settings, postbox, given_up, tasks, task
):
    page = keeper.get("/taken").text
    assert "kon niet worden bezorgd" in page
    assert "Het adres kan goed zijn" in page
    assert "werkt niet meer" not in page
    answer = keeper.post(f"/taken/{task()}/opnieuw", follow_redirects=True)
    assert "gaat opnieuw op weg" in answer.text
    assert keeper.post(f"/taken/{task()}/opnieuw").status_code == 404
    assert tasks() == []
    send_due(graph, mail_settings, lambda: clock() + timedelta(seconds=1))
    assert postbox.got() == [EMAIL]
    send_due(graph, mail_settings, lambda: clock() + timedelta(days=9))
    assert postbox.got() == [EMAIL]


def test_of_two_who_press_at_the_same_moment_one_sends(keeper, site, graph, given_up, task, mails):
    path, together = f"/taken/{task()}/opnieuw", Barrier(2)
    clients = [keeper, client_of(site, add_account(graph, Role.SWV_MANAGER))]

    def press(client) -> int:
        together.wait()
        return client.post(path).status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, clients)) == [302, 404]
    assert mails(EMAIL)["tries"] == 0


def test_who_does_not_want_it_sent_again_has_its_words_wiped(keeper, given_up, tasks, task, mails):
    assert "text" in mails(EMAIL)
    assert "Niet meer versturen" in keeper.get("/taken").text
    assert keeper.post(f"/taken/{task()}/klaar").status_code == 302
    assert {"text", "html"}.isdisjoint(mails(EMAIL))
    assert keeper.post(f"/taken/{task()}/heropenen").status_code == 302
    assert "Probeer opnieuw" not in keeper.get("/taken").text
    assert keeper.post(f"/taken/{task()}/opnieuw").status_code == 404
    assert tasks() == ["mail_undelivered"]


def test_a_task_of_another_region_is_not_there(site, graph, given_up, tasks, task):
    other = client_of(site, add_account(graph, Role.SWV_MANAGER, "PO-99-03"))
    assert EMAIL not in other.get("/taken").text
    for button in ("klaar", "opnieuw"):
        assert other.post(f"/taken/{task()}/{button}").status_code == 404
    assert tasks() == ["mail_undelivered"]
