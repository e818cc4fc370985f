"""One-time links: they let one person in, once, for a quarter of an hour."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from itsdangerous import TimestampSigner

from app.accounts.links import make_login_link
from app.platform.access import Role
from tests.support.site import REGION, add_account

EMAIL = f"{Role.AUDITOR}@{REGION.lower()}.example"
GONE = "Deze link werkt niet meer"


@pytest.fixture
def path(graph, settings) -> str:
    """The path of a fresh one-time link of the region's auditor."""
    add_account(graph, Role.AUDITOR)
    link = make_login_link(graph, settings, EMAIL)
    assert link.startswith(settings.public_url)
    return link.removeprefix(settings.public_url)


def logged_in(client) -> bool:
    return client.get("/wachtwoord").status_code == 200


def test_the_page_says_as_whom_and_uses_nothing_up(site, path):
    client = site.test_client()
    for _ in range(2):
        page = client.get(path)
        assert page.status_code == 200
        for text in ("Iemand auditor", EMAIL, "Controleur", f"Regio {REGION}"):
            assert text in page.text
    assert not logged_in(client)


def test_the_button_lets_in_once(site, path):
    first, second = site.test_client(), site.test_client()
    assert first.post(path).status_code == 302
    assert logged_in(first)
    for answer in (second.post(path), second.get(path)):
        assert answer.status_code == 410
        assert GONE in answer.text
    assert not logged_in(second)


def test_of_many_at_the_same_moment_one_comes_in(site, path):
    together = Barrier(8)

    def press(_: int) -> int:
        client = site.test_client()
        together.wait()
        return client.post(path).status_code

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(press, range(8)))
    assert answers == [302] + [410] * 7


def test_the_database_holds_only_a_digest(graph, path):
    token = path.rpartition("/")[2]
    [record] = graph.driver.execute_query("MATCH (t:LoginToken)-[:FOR]->() RETURN properties(t) AS t").records
    assert token not in str(record["t"])
    left = record["t"]["expires_at"].to_native() - datetime.now(UTC)
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)


def test_the_database_refuses_an_expired_link(site, graph, path):
    graph.driver.execute_query("MATCH (t:LoginToken) SET t.expires_at = datetime() - duration('PT1S')")
    assert site.test_client().get(path).status_code == 410
    assert site.test_client().post(path).status_code == 410


def test_the_signature_refuses_an_expired_link(site, graph, settings, path, monkeypatch):
    now = TimestampSigner.get_timestamp
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda signer: now(signer) - 901)
    old = make_login_link(graph, settings, EMAIL).removeprefix(settings.public_url)
    monkeypatch.undo()
    assert site.test_client().post(old).status_code == 410
    assert site.test_client().post(path).status_code == 302


def test_all_links_that_do_not_work_get_the_same_answer(site, path):
    client = site.test_client()
    client.post(path)
    used = client.get(path)
    forged = client.get(path[:-1] + ("A" if path[-1] != "A" else "B"))
    assert (used.status_code, forged.status_code) == (410, 410)

    def without_what_differs(page) -> str:
        return page.text.replace(page.request.path, "").partition("<main")[2].partition("</main>")[0]

    assert without_what_differs(used) == without_what_differs(forged)


def test_a_closed_account_comes_in_by_no_link(site, graph, path):
    graph.driver.execute_query("MATCH (a:Account {email: $email}) SET a.closed_at = datetime()", email=EMAIL)
    assert site.test_client().post(path).status_code == 410


def test_who_works_nowhere_any_more_does_not_come_in(site, graph, path):
    graph.driver.execute_query(
        "MATCH (:Person {email: $email})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')", email=EMAIL
    )
    assert site.test_client().get(path).status_code == 410
    assert site.test_client().post(path).status_code == 410


def test_a_new_link_clears_expired_ones_away(graph, settings, path):
    graph.driver.execute_query("MATCH (t:LoginToken) SET t.expires_at = datetime() - duration('PT1S')")
    make_login_link(graph, settings, EMAIL)
    [record] = graph.driver.execute_query("MATCH (t:LoginToken) RETURN count(*) AS tokens").records
    assert record["tokens"] == 1


def test_nobody_gets_no_link(graph, settings):
    with pytest.raises(LookupError):
        make_login_link(graph, settings, "niemand@nergens.example")


def test_links_are_limited_by_address(site, path):
    client = site.test_client()
    answers = [client.post("/inloggen/geraden").status_code for _ in range(21)]
    assert answers == [410] * 20 + [429]
