"""The yearly check: who is asked, and what her link may do without an account."""

import random
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from app.outbox.asking import ask_overdue
from app.outbox.checks import list_overdue_people
from app.outbox.worker import clock
from app.platform.access import Role
from app.platform.i18n import speaking_to_terminal
from tests.integration.outbox.conftest import EMAIL, SCOPE
from tests.support.site import REGION, add_account, client_of

YEAR, MONTH = timedelta(days=366), timedelta(days=30)
BSN = "111222333"


@pytest.fixture
def path(graph, settings, person):
    """The path of the link in the mail of the yearly check."""
    assert ask_overdue(graph, settings, SCOPE, "Dommelrijk", list_overdue_people(graph, SCOPE, clock()), clock()) == 1
    [record] = graph.driver.execute_query("MATCH (m:Mail) RETURN m.text AS text, m.to AS to").records
    assert record["to"] == EMAIL
    [line] = [line for line in record["text"].splitlines() if "/klopt-dit-nog/" in line]
    return line.removeprefix(settings.public_url)


def test_the_mail_is_dutch_whatever_the_terminal_speaks(graph, settings, person, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    with speaking_to_terminal():
        ask_overdue(graph, settings, SCOPE, "Dommelrijk", list_overdue_people(graph, SCOPE, clock()), clock())
    [record] = graph.driver.execute_query("MATCH (m:Mail) RETURN m.text AS text").records
    assert record["text"].startswith("Beste ")


def stored(graph) -> dict:
    [record] = graph.driver.execute_query(
        "MATCH (p:Person {email: $email})-[w:WORKS_AT]->(o) MATCH (r:Region) "
        "RETURN p.verified_at AS person, w.verified_at AS position, w.until AS until, o.id AS organisation, "
        "r.revision AS revision",
        email=EMAIL,
    ).records
    return record.data()


def seen(client, path: str, line: str) -> dict[str, str]:
    """What the button of a line sends, on the page as it is now."""
    page = client.get(path).text
    return {"line": line, "mark": re.search(r'name="mark" value="(\w+)"', page)[1]}


def test_looking_changes_nothing_and_shows_what_others_see(site, graph, path):
    before = stored(graph)
    client = site.test_client()
    for _ in range(3):
        page = client.get(path)
        assert page.status_code == 200
        assert "Iemand ib" in page.text
        assert EMAIL not in page.text
        assert "noindex" in page.text
    assert stored(graph) == before


def test_all_is_right_in_one_press_and_the_link_is_spent(site, graph, path):
    client, before = site.test_client(), stored(graph)
    data = seen(client, path, "alles")
    thanks = client.post(path, data=data)
    assert "Dank u wel" in thanks.text
    after = stored(graph)
    assert after["person"]
    assert after["position"]
    assert after["revision"] == before["revision"] + 1
    assert client.get(path).status_code == client.post(path, data=data).status_code == 410
    assert list_overdue_people(graph, SCOPE, clock()) == ()


def test_line_by_line_the_link_works_until_all_is_done(site, graph, path):
    client = site.test_client()
    assert client.post(path, data=seen(client, path, "ik")).status_code == 302
    assert stored(graph)["position"] is None
    assert "Nagekeken" in client.get(path).text
    data = seen(client, path, stored(graph)["organisation"])
    assert "Dank u wel" in client.post(path, data=data).text
    assert client.get(path).status_code == 410


def test_a_line_that_is_not_hers_is_not_there(site, graph, path):
    for line in ("", "swv-PO-99-03", "onzin"):
        assert site.test_client().post(path, data=seen(site.test_client(), path, line)).status_code == 404
    for method in ("get", "post"):
        assert getattr(site.test_client(), method)(f"{path}/weg/swv-PO-99-03").status_code == 404
    assert stored(graph)["position"] is None


CHANGES = [
    "MATCH (p:Person {email: $email}) SET p.phone = '14 0591'",
    "MATCH (p:Person {email: $email}) SET p.reachable = 'ma en di'",
    "MATCH (:Person {email: $email})-[w:WORKS_AT]->() SET w.role = 'coach'",
    "MATCH (:Person {email: $email})-[w:WORKS_AT]->() SET w.days = 1.5",
    "MATCH (:Person {email: $email})-[w:WORKS_AT]->() SET w.since = date('2020-08-01')",
    "MATCH (p:Person {email: $email})-[w:WORKS_AT]->(o) CREATE (p)-[:WORKS_AT {role: 'coach'}]->(o)",
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_after_she_looked_is_not_confirmed_unseen(site, graph, path, change):
    client = site.test_client()
    organisation = stored(graph)["organisation"]
    old = [seen(client, path, line) for line in ("alles", "ik", organisation)]
    graph.driver.execute_query(change, email=EMAIL)
    for data in (*old, {"line": "alles"}):
        assert "Er is intussen iets gewijzigd" in client.post(path, data=data, follow_redirects=True).text
    [record] = graph.driver.execute_query(
        "MATCH (p:Person {email: $email})-[w:WORKS_AT]->() RETURN count(p.verified_at) + count(w.verified_at) AS said",
        email=EMAIL,
    ).records
    assert record["said"] == 0
    assert "Dank u wel" in client.post(path, data=seen(client, path, "alles")).text


def test_she_is_shown_all_that_she_confirms(site, graph, path):
    graph.driver.execute_query(
        "MATCH (p:Person {email: $email})-[w:WORKS_AT]->() "
        "SET p.phone = '06-12345678', p.reachable = 'ma en di', w.days = 2.5, w.since = date('2020-08-01')",
        email=EMAIL,
    )
    page = site.test_client().get(path).text
    for said in ("06-12345678", "ma en di", "2,5 dagen per week", "sinds 1 augustus 2020"):
        assert said in page


def test_a_colleague_names_who_follows_and_that_one_gets_what_was_left(site, graph, path):
    organisation = stored(graph)["organisation"]
    colleague = add_account(graph, Role.PARTNER)
    [record] = graph.driver.execute_query(
        "MATCH (p:Person {email: $email})-[:WORKS_AT]->(o) MATCH (:Account {id: $account})-[:OF]->(q) "
        "CREATE (q)-[:WORKS_AT {role: 'leerkracht'}]->(o) "
        "CREATE (p)-[:CONTACT {state: 'present', visibility: 'shared', note: 'eigen'}]->(o) "
        "RETURN q.email AS email",
        email=EMAIL,
        account=colleague,
    ).records
    assert site.test_client().post(f"{path}/weg/{organisation}").status_code == 200
    client = client_of(site, colleague)
    page = client.get("/klopt-dit-nog").text
    assert "Iemand ib (ib) vertrekt bij" in page
    [address] = set(re.findall(r'href="(/klopt-dit-nog/opvolging/[\w-]+)"', page))
    data = {"follows": "collega", "colleague": record["email"]}
    assert "Overgedragen" in client.post(address, data=data, follow_redirects=True).text
    [found] = graph.driver.execute_query(
        "MATCH (q:Person {email: $email})-[w:WORKS_AT {role: 'ib'}]->(o) "
        "MATCH (q)-[c:CONTACT]->(o) "
        "RETURN w.since = date() + duration('P1D') AS begins, c.state AS state, c.note AS note",
        email=record["email"],
    ).records
    assert found.data() == {"begins": True, "state": "desired", "note": None}


def test_leaving_asks_first_and_then_asks_for_a_successor(site, graph, path, tasks):
    client, organisation = site.test_client(), stored(graph)["organisation"]
    assert "niet meer" in client.get(f"{path}/weg/{organisation}").text
    assert stored(graph)["until"] is None
    assert "laatste dag" in client.post(f"{path}/weg/{organisation}").text
    assert stored(graph)["until"]
    assert tasks() == ["successor"]
    keeper = client_of(site, add_account(graph, Role.SWV_MANAGER)).get("/taken").text
    assert "Iemand ib (ib) vertrekt bij" in keeper
    assert client.get(path).status_code == 410


def test_a_remark_reaches_who_keeps_the_region_and_holds_no_bsn(site, graph, path, tasks):
    client = site.test_client()
    for words in ("", "x" * 301, f"het nummer is {BSN}"):
        answer = client.post(f"{path}/opmerking", data={"words": words})
        assert answer.status_code == 422
        assert "error-text" in answer.text
    for words in ("Ander nummer <b>", "Andere functie"):
        assert client.post(f"{path}/opmerking", data={"words": words}).status_code == 302
    assert tasks() == ["entry_wrong", "entry_wrong"]
    page = client_of(site, add_account(graph, Role.SWV_MANAGER)).get("/taken").text
    assert "Ander nummer &lt;b&gt;" in page
    elsewhere = client_of(site, add_account(graph, Role.SWV_MANAGER, "PO-99-03")).get("/taken").text
    assert "Ander nummer" not in elsewhere


def test_links_that_do_not_work_get_the_same_answer(site, graph, path):
    client = site.test_client()
    graph.driver.execute_query("MATCH (l:CheckLink) SET l.expires_at = datetime() - duration('PT1S')")
    for address in (path, path[:-1] + ("A" if path[-1] != "A" else "B"), "/klopt-dit-nog/none"):
        assert client.get(address).status_code == 410
        assert client.post(address, data={"line": "alles"}).status_code == 410
        assert client.post(f"{address}/opmerking", data={"words": "x"}).status_code == 410
    assert stored(graph)["person"] is None


def test_of_many_presses_at_the_same_moment_one_counts(site, graph, path):
    together = Barrier(4)
    before = stored(graph)["revision"]
    data = seen(site.test_client(), path, "alles")

    def press(_: int) -> int:
        client = site.test_client()
        together.wait()
        return client.post(path, data=data).status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(press, range(4))) == [200, 410, 410, 410]
    assert stored(graph)["revision"] == before + 1


def test_the_graph_holds_a_digest_and_a_new_link_takes_the_old_one_back(site, graph, settings, path):
    [record] = graph.driver.execute_query("MATCH (l:CheckLink) RETURN properties(l) AS l").records
    assert path.rpartition("/")[2] not in str(record["l"])
    ahead = clock() + MONTH + timedelta(hours=1)
    assert ask_overdue(graph, settings, SCOPE, "X", list_overdue_people(graph, SCOPE, ahead), ahead) == 1
    assert site.test_client().get(path).status_code == 410


def test_two_commands_at_the_same_moment_ask_nobody_twice(graph, settings):
    for number in range(30):
        graph.driver.execute_query(
            "MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'R', r.revision = 0 "
            "MERGE (o:Organisation {id: 'o'}) MERGE (o)-[:IN_REGION]->(r) "
            "CREATE (:Person {id: $id, name: 'N', email: $id + '@x.example'})-[:WORKS_AT {role: 'ib'}]->(o)",
            region=REGION,
            id=f"p{number:02}",
        )
    now = clock()
    people = list_overdue_people(graph, SCOPE, now)
    together = Barrier(2)

    def ask(_: int) -> int:
        together.wait()
        return ask_overdue(graph, settings, SCOPE, "R", people, now)

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(ask, range(2))) == len(people) == 30
    [record] = graph.driver.execute_query("MATCH (m:Mail) RETURN count(m) AS mails, count(DISTINCT m.to) AS to").records
    assert record.data() == {"mails": 30, "to": 30}


@pytest.mark.parametrize("seed", range(3))
def test_who_is_asked_is_who_a_count_by_hand_says(graph, seed):
    chance, now, expected = random.Random(seed), clock(), []
    for number in range(30):
        verified, position = (chance.choice([None, now - 2 * YEAR, now - YEAR / 2]) for _ in range(2))
        asked = chance.choice([None, None, now - 2 * MONTH, now - MONTH / 2])
        until = chance.choice([None, None, (now + MONTH).date(), (now - MONTH).date()])
        region = chance.choice([REGION, REGION, "PO-99-03"])
        graph.driver.execute_query(
            "MERGE (r:Region {code: $region}) MERGE (o:Organisation {id: $region}) MERGE (o)-[:IN_REGION]->(r) "
            "CREATE (:Person {id: $id, name: 'N', email: $id, verified_at: $verified, asked_at: $asked})"
            "-[:WORKS_AT {until: $until, verified_at: $position}]->(o)",
            region=region,
            id=f"p{number:02}",
            verified=verified,
            position=position,
            asked=asked,
            until=until,
        )
        late = any(moment is None or moment <= now - YEAR for moment in (verified, position))
        works_here = region == REGION and (until is None or until >= now.date())
        if late and works_here and (asked is None or asked <= now - MONTH):
            expected.append(f"p{number:02}")
    assert [found.person for found in list_overdue_people(graph, SCOPE, now)] == expected


def test_guessing_links_is_limited_and_so_is_what_one_link_may_pass_on(site, path, tasks):
    guesser = {"REMOTE_ADDR": "192.0.2.1"}
    tried = [
        site.test_client().post("/klopt-dit-nog/none", data={"line": "alles"}, environ_base=guesser).status_code
        for _ in range(21)
    ]
    assert tried == [410] * 20 + [429]

    def remark(number: int) -> int:
        visitor = {"REMOTE_ADDR": f"198.51.100.{number}"}
        return site.test_client().post(f"{path}/opmerking", data={"words": "x"}, environ_base=visitor).status_code

    assert [remark(number) for number in range(11)] == [302] * 10 + [429]
    assert len(tasks()) == 10


def test_leaving_by_guessed_links_is_limited_too(site, path):
    address = "/klopt-dit-nog/none/weg/none"
    assert [site.test_client().post(address).status_code for _ in range(21)] == [410] * 20 + [429]
    assert site.test_client().get(path).status_code == 200
