"""Somebody who works at two organisations looks as one of them at a time, also across a border between regions."""

import pytest

from app.accounts.store import find_viewer
from app.platform.access import Role
from tests.support.site import REGION, add_account, client_of

OTHER = "PO-99-03"
CHOICE = 'name="organisation"'


@pytest.fixture
def account(graph) -> str:
    """A school leader in one region who also works in another, fewer days."""
    add_account(graph, Role.SWV_MANAGER, OTHER)
    account = add_account(graph, Role.SCHOOLLEIDER)
    graph.driver.execute_query(
        "MATCH (:Account {id: $account})-[:OF]->(p:Person)-[w:WORKS_AT]->() SET w.days = 3 "
        "WITH p MATCH (o:Organisation {id: 'swv-' + $other}) "
        "MERGE (p)-[:WORKS_AT {role: 'adviseur', days: 2}]->(o)",
        account=account, other=OTHER,
    )  # fmt: skip
    return account


def choose(client, region):
    return client.post("/werkplek", data={"organisation": f"swv-{region}"})


def test_she_looks_as_where_she_works_most_until_she_chooses(site, account):
    client = client_of(site, account)
    assert f"Regio {REGION}" in client.get("/regio").text
    assert choose(client, OTHER).status_code == 302
    page = client.get("/regio").text
    assert f"<h1>Regio {OTHER}</h1>" in page
    assert client.get(f"/organisaties/swv-{REGION}").status_code == 404
    assert client.get(f"/organisaties/swv-{OTHER}").status_code == 200


def test_her_role_holds_only_where_it_was_given(site, graph):
    add_account(graph, Role.PARTNER, OTHER)
    manager = add_account(graph, Role.SWV_MANAGER)
    graph.driver.execute_query(
        "MATCH (:Account {id: $account})-[:OF]->(p), (o:Organisation {id: 'swv-' + $other}) "
        "MERGE (p)-[:WORKS_AT {role: 'adviseur'}]->(o)",
        account=manager, other=OTHER,
    )  # fmt: skip
    client = client_of(site, manager)
    assert client.get("/bruggenbouwers").status_code == 200
    choose(client, OTHER)
    assert client.get("/bruggenbouwers").status_code == 404
    assert find_viewer(graph, manager, 0, f"swv-{OTHER}").scope.visibilities == ()


def test_nobody_looks_as_an_organisation_where_she_does_not_work(site, graph):
    add_account(graph, Role.IB, OTHER)
    client = client_of(site, add_account(graph, Role.IB))
    assert choose(client, OTHER).status_code == 404
    assert CHOICE not in client.get("/regio").text


def test_a_workplace_that_she_left_is_no_choice_any_more(site, graph, account):
    client = client_of(site, account)
    choose(client, OTHER)
    graph.driver.execute_query("MATCH ()-[w:WORKS_AT {role: 'adviseur'}]->() SET w.until = date('2020-07-31')")
    page = client.get("/regio").text
    assert f"<h1>Regio {REGION}</h1>" in page
    assert CHOICE not in page


def test_keepers_of_another_region_can_not_touch_her_account(site, graph, account):
    keeper = client_of(site, add_account(graph, Role.BEHEERDER, OTHER))
    assert f"{Role.SCHOOLLEIDER}@" not in keeper.get("/accounts").text
    for path in ("rol", "link", "sluiten", "heropenen"):
        assert keeper.post(f"/accounts/{account}/{path}", data={"role": "beheerder"}).status_code == 404
    email = f"{Role.SCHOOLLEIDER}@{REGION.lower()}.example"
    assert keeper.post("/accounts", data={"email": email, "role": "beheerder"}).status_code == 422
    assert find_viewer(graph, account, 0).role is Role.SCHOOLLEIDER
