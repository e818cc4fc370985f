"""What others see of somebody: shown, confirmed and changed by herself, and by nobody else."""

from datetime import date, timedelta

import pytest

from app.entry import store
from app.platform.access import Role
from app.platform.signals import directory_changed
from app.platform.versions import mark_of
from tests.integration.entry.town import EVENTS, MARK, PAGE, address_of, everything, filled, one, scope_of
from tests.support.site import REGION, add_account, client_of


def test_she_sees_what_others_see_of_her(client):
    text = client("ann").get(PAGE).text
    for seen in ("Ann Aerts", "wijkteam Oost", "De Akker", "consulent", "coach", "Gedrag", "Angst en somberheid"):
        assert seen in text
    assert "Nog 8 regels te bevestigen" in text
    assert "nog nooit bevestigd" in text
    assert "Bob Bos" not in text


def test_an_auditor_has_no_entry(client, site, graph):
    client("ann")
    assert client_of(site, add_account(graph, Role.AUDITOR)).get(PAGE).status_code == 404


def test_all_is_right_in_one_click(client, graph):
    ann = client("ann")
    mark = MARK.search(ann.get(PAGE).text)[1]
    answer = ann.post(PAGE, data={"mark": mark}, follow_redirects=True)
    assert "Klaar. Alles is bevestigd" in answer.text
    assert "Nog te bevestigen" not in answer.text
    assert one(graph, EVENTS, region=REGION)[-1:] == ["entry.confirm"]
    assert one(graph, "MATCH (:Organisation {id: 'far'})-[f:OFFERS]->() RETURN f.verified_at") is None
    assert one(graph, "MATCH (:Person {id: 'bob'})-[w:WORKS_AT]->() RETURN w.verified_at") is None
    assert one(graph, "MATCH (:Person {id: 'ann'})-[w:WORKS_AT]->() RETURN count(w.verified_at)") == 2
    assert one(graph, "MATCH (p:Person {id: 'ann'}) RETURN p.updated_at") is None


def test_all_is_not_right_when_a_colleague_changed_something_meanwhile(client, graph):
    ann, bob = client("ann"), client("bob")
    mark = MARK.search(ann.get(PAGE).text)[1]
    address = address_of(graph, "bob", "organisatie", "wijkteam Oost")
    bob.post(address, data=filled(bob, address, phone="0591-123456"))
    assert "Er is intussen iets gewijzigd" in ann.post(PAGE, data={"mark": mark}, follow_redirects=True).text
    assert one(graph, "MATCH (p:Person {id: 'ann'}) RETURN p.verified_at") is None


def test_one_line_is_right(client, graph):
    ann = client("ann")
    address = address_of(graph, "ann", "aanbod", "Taal en spraak")
    answer = ann.post(f"{address}/bevestiging", data=filled(ann, address), follow_redirects=True)
    assert "Nog 7 regels te bevestigen" in answer.text
    assert (
        one(graph, "MATCH (:Organisation {id: 'team'})-[f:OFFERS]->(:Theme {code: 'taal'}) RETURN f.updated_at") is None
    )
    assert one(graph, "MATCH (:Organisation {id: 'team'})-[f:OFFERS]->() RETURN count(f.verified_at)") == 1


def test_what_was_confirmed_a_year_ago_waits_again(client, graph):
    graph.driver.execute_query("MATCH (p:Person {id: 'ann'}) SET p.verified_at = datetime() - duration('P366D')")
    assert "Langer dan een jaar niet bevestigd" in client("ann").get(PAGE).text


CHANGES = [
    ("gegevens", "Ann Aerts", {"phone": "06-12 34 56 78", "reachable": "ma en di, liefst bellen"}),
    ("organisatie", "wijkteam Oost", {"phone": "14 0591", "website": "www.wijkteam-oost.nl"}),
    ("functie", "De Akker", {"role": "gedragscoach", "days": "1,5", "since": "2025-02-01"}),
]


@pytest.mark.parametrize(("kind", "title", "typed"), CHANGES)
def test_she_changes_a_line(client, graph, kind, title, typed):
    ann, told = client("ann"), []
    directory_changed.connect(listen := lambda _graph, **about: told.append(about["ids"]))
    address = address_of(graph, "ann", kind, title)
    answer = ann.post(address, data=filled(ann, address, **typed), follow_redirects=True)
    directory_changed.disconnect(listen)
    assert answer.status_code == 200
    for text in typed.values():
        assert text in answer.text or text == "2025-02-01"
    assert "gewijzigd op" in answer.text
    assert "door Ann Aerts" in answer.text
    assert one(graph, EVENTS, region=REGION)[-1:] == ["entry.change"]
    assert len(told) == 1


def test_a_change_raises_the_version_that_others_look_at(client, graph):
    ann = client("ann")
    address = address_of(graph, "ann", "gegevens", "Ann Aerts")
    ann.post(address, data=filled(ann, address, name="Anna Aerts"))
    assert one(graph, "MATCH (p:Person {id: 'ann'}) RETURN p.version") == 1


def test_keeping_a_line_as_it_is_confirms_it_and_changes_nothing(client, graph):
    ann = client("ann")
    address = address_of(graph, "ann", "functie", "De Akker")
    ann.post(address, data=filled(ann, address))
    assert one(
        graph, "MATCH ()-[w:WORKS_AT {role: 'coach'}]->() RETURN w.verified_at IS NOT NULL AND w.updated_at IS NULL"
    )
    assert one(graph, EVENTS, region=REGION)[-1:] == ["entry.confirm"]


def test_a_position_that_got_another_role_meanwhile_keeps_what_was_typed(client, graph):
    ann = client("ann")
    old = address_of(graph, "ann", "functie", "De Akker")
    first, second = filled(ann, old, role="gedragscoach"), filled(ann, old, days="2,5")
    assert ann.post(old, data=first).status_code == 302
    answer = ann.post(old, data=second)
    assert answer.status_code == 409
    assert "gedragscoach" in answer.text
    assert 'value="2,5"' in answer.text
    now = address_of(graph, "ann", "functie", "De Akker")
    assert f'action="{now}"' in answer.text
    assert "intussen gewijzigd" in ann.post(f"{old}/bevestiging", data=first, follow_redirects=True).text
    assert ann.get(f"{old}/vertrek").status_code == 404
    assert ann.post(now, data={**second, "mark": MARK.search(answer.text)[1]}).status_code == 302
    assert one(graph, "MATCH (:Person {id: 'ann'})-[w:WORKS_AT {role: 'coach'}]->() RETURN w.days") == 2.5


WRONG = [
    ("functie", "De Akker", {"role": "\u200b\x00", "days": "2,5"}, "Vul dit in"),
    ("gegevens", "Ann Aerts", {"name": " "}, "Vul dit in"),
    ("gegevens", "Ann Aerts", {"phone": "bel maar"}, "tien cijfers"),
    ("gegevens", "Ann Aerts", {"reachable": "x" * 121}, "hooguit 120 tekens"),
    ("gegevens", "Ann Aerts", {"reachable": "vraag naar 111222333"}, "burgerservicenummer"),
    ("organisatie", "wijkteam Oost", {"website": "onze site"}, "www.school.nl"),
    ("functie", "De Akker", {"days": "6"}, "0,5 tot 5"),
    ("functie", "De Akker", {"since": "2099-01-01"}, "hooguit een jaar vooruit"),
    ("functie", "De Akker", {"since": "0001-01-01"}, "vanaf 1950"),
    ("functie", "De Akker", {"since": str(date.today() + timedelta(days=2))}, "U werkt hier nu al."),
    ("functie", "De Akker", {"role": "hulp van 111222333"}, "burgerservicenummer"),
    ("aanbod", "Taal en spraak", {"intake": "gauw"}, "Dit begrijpen we niet"),
    ("aanbod", "Taal en spraak", {"age_from": "12", "age_to": "4"}, "lager dan de eerste"),
    ("aanbod", "Taal en spraak", {"age_from": "90"}, "0 tot 23"),
]


@pytest.mark.parametrize(("kind", "title", "typed", "message"), WRONG)
def test_what_is_wrong_is_said_at_the_field_and_the_text_stays(client, graph, kind, title, typed, message):
    ann = client("ann")
    address = address_of(graph, "ann", kind, title)
    answer = ann.post(address, data=filled(ann, address, **typed))
    assert answer.status_code == 422
    assert message in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert next(reversed(typed.values())).strip() in answer.text
    assert one(graph, EVENTS, region=REGION)[-1:] != ["entry.change"]


@pytest.mark.parametrize(("owner", "others"), [("cas", ["bob", "dot"]), ("dot", ["ann", "bob"])])
def test_nobody_keeps_the_entry_of_another(client, graph, owner, others):
    before = everything(graph)
    for line in store.list_lines(graph.read, scope_of(owner)):
        address, data = f"{PAGE}/{line.kind}/{line.key}", {"mark": mark_of(line.values), "name": "x", "role": "x"}
        for other in map(client, others):
            assert other.get(address).status_code == 404
            assert other.post(address, data=data).status_code == 404
            assert other.post(f"{address}/bevestiging", data=data).status_code == 404
        assert client(owner).get(address).status_code == 200
    assert everything(graph) == before


def test_the_database_itself_changes_nothing_of_another(client, graph):
    before = everything(graph)
    scope = scope_of("bob").parameters()
    with graph.transaction() as transaction:
        for holder in ("ann", "school", "far", "dot"):
            assert not transaction.run("entry/lock_holder", scope=scope, holder=holder)
            transaction.run("entry/write_offer", scope=scope, holder=holder, theme="leren", values={})
            transaction.run("entry/change_organisation", scope=scope, organisation=holder, values={"phone": "14 0591"})
        transaction.run(
            "entry/confirm_lines",
            scope=scope,
            person=False,
            organisations=["school", "far"],
            positions=[{"organisation": "school", "role": "IB", "since": None}],
            offers=[{"holder": "far", "theme": "taal"}, {"holder": "ann", "theme": "angst"}],
        )
    assert everything(graph) == before
