"""The accounts page: inviting, changing roles, closing and reopening."""

import re

import pytest
from uuid6 import uuid7

from app.platform.access import Role
from tests.support.site import REGION, add_account, client_of

NEW = "noor@linde.example"


@pytest.fixture
def keeper(client_as):
    """The client of the region's administrator."""
    return client_as(Role.BEHEERDER)


def add_person(graph, email=NEW, name="Noor de Wit", region=REGION, until=None) -> None:
    graph.driver.execute_query(
        "MATCH (o:Organisation {id: 'swv-' + $region}) "
        "CREATE (:Person {id: $id, email: $email, name: $name})-[:WORKS_AT {role: 'IB', until: date($until)}]->(o)",
        region=region, email=email, name=name, id=str(uuid7()), until=until,
    )  # fmt: skip


def invite(keeper, email=NEW, role=Role.IB):
    return keeper.post("/accounts", data={"email": email, "role": str(role)})


def link_on(page) -> str:
    return re.search(r"<code>http://127\.0\.0\.1:8000(/inloggen/[^<]+)</code>", page.text)[1]


def accounts(graph) -> dict[str, dict]:
    found = graph.driver.execute_query("MATCH (a:Account) RETURN a.email AS email, properties(a) AS account")
    return {record["email"]: record["account"] for record in found.records}


def actions(graph) -> list[tuple[str, str]]:
    found = graph.driver.execute_query(
        "MATCH (e:AuditEvent) RETURN e.action AS action, e.subject AS subject ORDER BY e.at"
    )
    return [(record["action"], record["subject"]) for record in found.records]


def test_inviting_gives_a_link_that_lets_in(site, graph, keeper):
    add_person(graph)
    assert f'<option value="{NEW}">Noor de Wit</option>' in keeper.get("/accounts").text
    page = invite(keeper, f" {NEW.title()} ")
    assert page.status_code == 200
    invited = site.test_client()
    assert "Noor de Wit" in invited.get(link_on(page)).text
    assert invited.post(link_on(page)).status_code == 302
    assert accounts(graph)[NEW]["role"] == Role.IB
    account = accounts(graph)[NEW]["id"]
    assert actions(graph) == [("accounts.open", account), ("accounts.make_link", account)]


def test_nobody_becomes_an_administrator_by_default(graph, keeper):
    add_person(graph)
    assert '<option value="partner" selected>' in keeper.get("/accounts").text


def test_the_link_is_shown_once(graph, keeper):
    add_person(graph)
    link = link_on(invite(keeper))
    assert link not in keeper.get("/accounts").text


@pytest.mark.parametrize("email", ["niemand@x.example", f"beheerder@{REGION.lower()}.example", "", "weg@linde.example"])
def test_only_people_of_the_region_without_an_account_are_invited(graph, keeper, email):
    add_person(graph)
    add_person(graph, "weg@linde.example", until="2020-07-31")
    before = accounts(graph)
    page = invite(keeper, email)
    assert page.status_code == 422
    assert 'aria-describedby="email-problem"' in page.text
    assert accounts(graph) == before
    assert actions(graph) == []


def test_people_of_another_region_are_not_there(graph, keeper):
    other = add_account(graph, Role.IB, "PO-99-03")
    add_person(graph, region="PO-99-03")
    assert invite(keeper).status_code == 422
    assert "po-99-03" not in keeper.get("/accounts").text
    for path in ("rol", "link", "sluiten", "heropenen"):
        assert keeper.post(f"/accounts/{other}/{path}", data={"role": "auditor"}).status_code == 404
    assert keeper.get(f"/accounts/{other}/sluiten").status_code == 404
    assert actions(graph) == []


def test_another_role_holds_at_once(site, graph, keeper):
    account = add_account(graph, Role.IB)
    client = client_of(site, account)
    assert client.get("/accounts").status_code == 404
    assert keeper.post(f"/accounts/{account}/rol", data={"role": "beheerder"}).status_code == 302
    assert client.get("/accounts").status_code == 200
    [event] = graph.driver.execute_query("MATCH (e:AuditEvent) RETURN e.before AS before, e.after AS after").records
    assert tuple(event) == ('{"role": "ib"}', '{"role": "beheerder"}')


def test_a_role_that_does_not_exist_is_refused(graph, keeper):
    account = add_account(graph, Role.IB)
    assert keeper.post(f"/accounts/{account}/rol", data={"role": "koning"}).status_code == 400
    assert actions(graph) == []


def test_closing_asks_first_and_puts_out_at_once(site, graph, keeper):
    account = add_account(graph, Role.IB)
    client = client_of(site, account)
    link = link_on(keeper.post(f"/accounts/{account}/link"))
    assert client.get("/wachtwoord").status_code == 200
    assert "Iemand ib" in keeper.get(f"/accounts/{account}/sluiten").text
    assert client.get("/wachtwoord").status_code == 200
    assert keeper.post(f"/accounts/{account}/sluiten").status_code == 302
    assert client.get("/wachtwoord").status_code == 302
    assert site.test_client().post(link).status_code == 410
    assert keeper.post(f"/accounts/{account}/link").status_code == 404
    assert "Gesloten op" in keeper.get("/accounts").text


def test_reopening_lets_in_again_but_revives_no_session(site, graph, keeper):
    account = add_account(graph, Role.IB)
    client = client_of(site, account)
    keeper.post(f"/accounts/{account}/sluiten")
    assert keeper.post(f"/accounts/{account}/heropenen").status_code == 302
    assert client.get("/wachtwoord").status_code == 302
    client.post(link_on(keeper.post(f"/accounts/{account}/link")))
    assert client.get("/wachtwoord").status_code == 200
    names = [action for action, _ in actions(graph)]
    assert names == ["accounts.close", "accounts.reopen", "accounts.make_link"]


def test_nobody_shuts_herself_out(graph, keeper):
    own = accounts(graph)[f"beheerder@{REGION.lower()}.example"]["id"]
    for path in ("rol", "link", "sluiten", "heropenen"):
        assert keeper.post(f"/accounts/{own}/{path}", data={"role": "ib"}).status_code == 404
    assert "Dit bent u" in keeper.get("/accounts").text


def test_who_left_stays_on_the_list_so_that_her_account_can_be_closed(graph, keeper):
    add_account(graph, Role.IB)
    graph.driver.execute_query("MATCH (:Person {name: 'Iemand ib'})-[w:WORKS_AT]->() SET w.until = date('2020-07-31')")
    assert "werkt hier niet meer" in keeper.get("/accounts").text
