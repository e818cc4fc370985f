"""Tasks: seen by who keeps the region, done, and put back."""

import pytest

from app.outbox.bounces import handle_bounces
from app.outbox.worker import clock, send_due
from app.platform.access import Role
from tests.integration.outbox.conftest import EMAIL
from tests.support.site import add_account, client_of
from tests.unit.outbox.test_bounces import report


@pytest.fixture
def sent(graph, mail_settings, queue, person) -> str:
    """The id of a mail that the mail server took."""
    identity = queue(EMAIL, person)
    send_due(graph, mail_settings, clock)
    return identity


@pytest.fixture
def keeper(site, graph):
    return client_of(site, add_account(graph, Role.SWV_MEDEWERKER))


def test_a_report_raises_a_task_once(graph, sent, tasks):
    assert handle_bounces(graph, report(sent, "someone@else.example"), clock()) == 1
    assert handle_bounces(graph, report(sent, "someone@else.example"), clock()) == 0
    assert tasks() == ["mail_bounced"]


def test_without_the_returned_mail_the_address_is_matched(graph, sent, tasks):
    assert handle_bounces(graph, report("", EMAIL.upper()), clock()) == 1
    assert tasks() == ["mail_bounced"]


def test_a_report_about_somebody_else_is_let_be(graph, sent, tasks):
    assert handle_bounces(graph, report("", "iemand@anders.example"), clock()) == 0
    assert tasks() == []


def test_the_page_says_what_to_do_and_a_task_can_be_done_and_put_back(graph, keeper, sent, tasks):
    assert "niets te doen" in keeper.get("/taken").text
    handle_bounces(graph, report(sent, EMAIL), clock())
    page = keeper.get("/taken").text
    assert f"Dit adres werkt niet meer: {EMAIL}" in page
    [record] = graph.driver.execute_query("MATCH (t:Task) RETURN t.id AS id").records
    task = record["id"]
    assert keeper.post(f"/taken/{task}/klaar").status_code == 302
    assert keeper.post(f"/taken/{task}/klaar").status_code == 404
    assert tasks() == []
    assert "Zet terug" in keeper.get("/taken").text
    assert keeper.post(f"/taken/{task}/heropenen").status_code == 302
    assert tasks() == ["mail_bounced"]


def test_a_task_of_another_region_is_not_there(site, graph, sent, tasks):
    handle_bounces(graph, report(sent, EMAIL), clock())
    [record] = graph.driver.execute_query("MATCH (t:Task) RETURN t.id AS id").records
    other = client_of(site, add_account(graph, Role.SWV_MANAGER, "PO-99-03"))
    assert EMAIL not in other.get("/taken").text
    assert other.post(f"/taken/{record['id']}/klaar").status_code == 404
    assert tasks() == ["mail_bounced"]
