"""Another's entry put right by who keeps the region: what she may, what she may not, and that it is seen who did."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

from app.entry.keeping import store
from app.platform.access import Role, Scope
from app.platform.signals import directory_changed
from app.platform.versions import mark_of
from tests.integration.entry.town import EVENTS, PAGE, everything, filled, one
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe
from tests.support.site import REGION, PageClient, add_account, client_of

KEEPERS = (Role.BEHEERDER, Role.SWV_MANAGER, Role.SWV_MEDEWERKER)
KEEPER = Scope(REGION, "keeper")
TRAIL = "MATCH (e:AuditEvent {region: $region}) WITH e ORDER BY e.at DESC, e.id DESC LIMIT 1 RETURN e {.*}"


@pytest.fixture
def keeper(client, site, graph) -> PageClient:
    """Who keeps the town's region."""
    client("ann")
    return client_of(site, add_account(graph, Role.SWV_MEDEWERKER))


def at(graph, holder: str, kind: str, title: str = "") -> str:
    """Where a line of an entry is changed."""
    lines = store.find_kept(graph.read, KEEPER, holder).lines
    [line] = [line for line in lines if line.kind == kind and title in line.title]
    return f"/bijwerken/{holder}/{kind}/{line.key}"


CHANGES = [
    ("bob", "gegevens", "", {"name": "Bob Bosch", "phone": "06-12 34 56 78", "reachable": "di en do"}),
    ("team", "organisatie", "", {"phone": "14 0591", "website": "www.wijkteam-oost.nl"}),
    ("ann", "functie", "Akker", {"role": "gedragscoach", "days": "1,5", "since": "2025-02-01", "until": "2027-01-31"}),
]


@pytest.mark.parametrize(("holder", "kind", "title", "typed"), CHANGES)
def test_she_puts_a_line_right(keeper, client, graph, holder, kind, title, typed):
    told = []
    directory_changed.connect(listen := lambda _graph, **about: told.append(about["ids"]))
    address = at(graph, holder, kind, title)
    answer = keeper.post(address, data=filled(keeper, address, **typed), follow_redirects=True)
    directory_changed.disconnect(listen)
    assert answer.status_code == 200
    assert "Bewaard:" in answer.text
    assert told == [(holder,)]
    event = one(graph, TRAIL, region=REGION)
    assert event["action"] == "entry.change"
    assert event["subject"].startswith(f"{holder}/{kind}/")
    before, after = json.loads(event["before"]), json.loads(event["after"])
    assert before.keys() == after.keys() >= typed.keys()
    assert before != after
    own = client("bob" if holder == "team" else holder).get(PAGE).text
    assert "door Iemand swv_medewerker" in own
    for field, text in typed.items():
        assert text in own or field in {"since", "until"}


def test_the_directory_leads_there_for_who_may_and_for_nobody_else(keeper, client):
    for address, holder in (("/personen/bob", "bob"), ("/organisaties/team", "team")):
        assert f'href="/bijwerken/{holder}"' in keeper.get(address).text
        assert "/bijwerken/" not in client("ann").get(address).text
    assert "wijkteam Oost" in keeper.get("/bijwerken/bob").text


@pytest.mark.parametrize("role", KEEPERS)
def test_every_keeper_may(client, site, graph, role):
    client("ann")
    assert client_of(site, add_account(graph, role)).get("/bijwerken/bob").status_code == 200


def test_keeping_it_as_it_is_confirms_it_and_changes_nothing(keeper, graph):
    for holder, kind, title in (("bob", "gegevens", ""), ("ann", "functie", "Akker")):
        address = at(graph, holder, kind, title)
        keeper.post(address, data=filled(keeper, address))
        [line] = [
            line for line in store.find_kept(graph.read, KEEPER, holder).lines if address.endswith(f"{kind}/{line.key}")
        ]
        assert line.verified_at
        assert line.updated_at is None
        assert one(graph, EVENTS, region=REGION)[-1:] == ["entry.confirm"]


def test_somebody_who_left_is_shown_among_who_was_there_before(keeper, graph):
    address, last = at(graph, "bob", "functie"), (date.today() - timedelta(days=2)).isoformat()
    answer = keeper.post(address, data=filled(keeper, address, until=last))
    assert answer.location == "/organisaties/team"
    assert keeper.get("/bijwerken/bob").status_code == 404
    assert keeper.get("/personen/bob").status_code == 404
    assert "Wie was hier eerder" in keeper.get("/organisaties/team").text


def test_a_position_is_added_once_and_seen_at_once(keeper, client, graph):
    typed = {"organisation": "school", "role": "brugfunctionaris", "days": "1", "since": "2026-08-01"}
    answer = keeper.post("/bijwerken/bob/nieuwe-functie", data=typed, follow_redirects=True)
    assert "brugfunctionaris" in answer.text
    assert one(graph, EVENTS, region=REGION)[-1:] == ["entry.add_position"]
    own = client("bob").get(PAGE).text
    assert "brugfunctionaris" in own
    assert "door Iemand swv_medewerker" in own
    again = keeper.post("/bijwerken/bob/nieuwe-functie", data=typed)
    assert again.status_code == 422
    assert "staat daar al" in again.text
    assert one(graph, "MATCH (:Person {id: 'bob'})-[w:WORKS_AT {role: 'brugfunctionaris'}]->() RETURN count(w)") == 1


WRONG = [
    ("bob", "gegevens", {"phone": "bel maar"}, "tien cijfers"),
    ("bob", "gegevens", {"name": "111222333"}, "burgerservicenummer"),
    ("bob", "functie", {"until": "2001-01-01"}, "ligt voor de eerste"),
    ("bob", "functie", {"until": "2099-01-01"}, "hooguit een jaar vooruit"),
    ("bob", "functie", {"since": "2099-01-01"}, "hooguit een jaar vooruit"),
    ("team", "organisatie", {"website": "onze site"}, "www.school.nl"),
]


@pytest.mark.parametrize(("holder", "kind", "typed", "message"), WRONG)
def test_what_is_wrong_is_said_at_the_field(keeper, graph, holder, kind, typed, message):
    address = at(graph, holder, kind)
    answer = keeper.post(address, data=filled(keeper, address, **typed))
    assert answer.status_code == 422
    assert message in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert one(graph, EVENTS, region=REGION)[-1:] != ["entry.change"]


def test_an_organisation_of_another_region_is_no_choice(keeper, graph):
    assert "wijkteam Ver" not in keeper.get("/bijwerken/bob/nieuwe-functie").text
    typed = {"organisation": "far", "role": "consulent"}
    assert keeper.post("/bijwerken/bob/nieuwe-functie", data=typed).status_code == 422
    with pytest.raises(LookupError):
        store.add_position(graph, KEEPER, "bob", "far", {"role": "consulent", "days": None, "since": None})


def test_the_second_of_two_sees_both_versions_and_loses_nothing(keeper, client, graph):
    address, own = at(graph, "bob", "gegevens"), f"{PAGE}/gegevens/bob"
    bob = client("bob")
    hers, his = filled(keeper, address, phone="0591-111111"), filled(bob, own, phone="0591-222222")
    bob.post(own, data=his)
    answer = keeper.post(address, data=hers)
    assert answer.status_code == 409
    assert "Bob Bos wijzigde dit terwijl u bezig was" in answer.text
    assert "0591-111111" in answer.text
    assert "0591-222222" in answer.text
    again = {**hers, "mark": filled(keeper, address)["mark"]}
    assert keeper.post(address, data=again).status_code == 302
    assert one(graph, "MATCH (p:Person {id: 'bob'}) RETURN p.phone") == "0591-111111"


def test_a_position_that_she_gave_another_role_herself_keeps_what_the_keeper_typed(keeper, client, graph):
    ann, old = client("ann"), at(graph, "ann", "functie", "Akker")
    typed = filled(keeper, old, days="2,5")
    own = PAGE + old.removeprefix("/bijwerken/ann")
    ann.post(own, data=filled(ann, own, role="gedragscoach"))
    answer = keeper.post(old, data=typed)
    assert answer.status_code == 409
    assert "Ann Aerts wijzigde dit terwijl u bezig was" in answer.text
    assert 'value="2,5"' in answer.text
    assert f'action="{at(graph, "ann", "functie", "Akker")}"' in answer.text


def test_of_two_at_the_same_moment_one_is_told(keeper, graph):
    line = store.find_kept(graph.read, KEEPER, "bob").line("gegevens", "bob")
    gate = Barrier(2)

    def write(phone: str) -> bool:
        gate.wait()
        try:
            store.change(graph, KEEPER, "bob", "gegevens", "bob", mark_of(line.values), {**line.values, "phone": phone})
        except store.StaleError:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(write, ("0591-111111", "0591-222222"))) == [False, True]
    assert one(graph, "MATCH (p:Person {id: 'bob'}) RETURN p.version") == 1


WORKS_FAR = "MATCH (p:Person {id: 'bob'}), (o:Organisation {id: 'far'}) CREATE (p)-[:WORKS_AT {role: 'consulent'}]->(o)"


def test_who_works_in_another_region_too_keeps_name_and_phone_herself(keeper, graph):
    mark = mark_of(store.find_kept(graph.read, KEEPER, "bob").line("gegevens", "bob").values)
    graph.driver.execute_query(WORKS_FAR)
    before = everything(graph)
    page = keeper.get("/bijwerken/bob").text
    assert "houdt de eigen naam en het telefoonnummer zelf bij" in page
    assert "wijkteam Ver" not in page
    assert keeper.get("/bijwerken/bob/gegevens/bob").status_code == 404
    assert keeper.post("/bijwerken/bob/gegevens/bob", data={"mark": mark, "name": "x"}).status_code == 404
    with graph.transaction() as transaction:
        transaction.run(
            "entry/change_kept", scope=KEEPER.parameters(), holder="bob", values={"name": "x"}, changed=True
        )
    assert everything(graph) == before


def test_the_database_itself_changes_nothing_of_another_region(keeper, graph):
    before, scope = everything(graph), KEEPER.parameters()
    for holder in ("dot", "far", "nobody"):
        assert keeper.get(f"/bijwerken/{holder}").status_code == 404
        assert keeper.post(f"/bijwerken/{holder}/nieuwe-functie", data={}).status_code == 404
        with graph.transaction() as transaction:
            assert not transaction.run("entry/lock_kept", scope=scope, holder=holder)
            transaction.run("entry/change_kept", scope=scope, holder=holder, values={"name": "x"}, changed=True)
            assert not transaction.run(
                "entry/add_position", scope=scope, person=holder, organisation="team", values={"role": "x"}
            )
    with graph.transaction() as transaction:
        transaction.run(
            "entry/change_kept_position",
            scope=scope,
            person="dot",
            organisation="far",
            role="consulent",
            since=date(2024, 8, 1),
            values={"role": "x"},
            changed=True,
        )
    assert everything(graph) == before


def test_a_task_about_somebody_leads_to_her_entry(keeper, graph):
    graph.driver.execute_query(
        "MATCH (p:Person {id: 'bob'}) CREATE (:Task {id: 't', region: $region, kind: 'entry_wrong', "
        "subject: 'ander nummer', created_at: datetime()})-[:ABOUT]->(p)",
        region=REGION,
    )
    assert 'href="/bijwerken/bob"' in keeper.get("/taken").text
    graph.driver.execute_query("MATCH (:Person {id: 'bob'})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')")
    assert "/bijwerken/" not in keeper.get("/taken").text


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_keeping_by_eye_and_axe(page_as, viewport):
    page = page_as(Role.SWV_MEDEWERKER, viewport)
    page.goto(page.url.replace("/regio", "/organisaties?zoek=Noor de Wit"))
    page.get_by_role("link", name="Noor de Wit").first.click()
    check_by_eye_and_axe(page, "persoon-van-een-keeper")
    page.get_by_role("link", name="Pas deze gegevens aan").click()
    check_by_eye_and_axe(page, "bijwerken")
    page.get_by_role("link", name="Functie van").first.click()
    check_by_eye_and_axe(page, "bijwerken-functie")
    page.go_back()
    page.get_by_role("link", name="Voeg een functie toe").click()
    check_by_eye_and_axe(page, "bijwerken-nieuwe-functie")
