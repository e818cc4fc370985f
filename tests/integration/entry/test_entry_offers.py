"""What is offered, and how soon: understood, echoed, and taken back; and two who change the same."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.entry import store
from tests.integration.entry.town import EVENTS, PAGE, address_of, everything, filled, one, scope_of
from tests.support.site import REGION

UNDO = re.compile(r'action="(/klopt-dit-nog/ongedaan/[\w-]+)"')
TALK = "MATCH (:Organisation {id: 'team'})-[f:OFFERS]->(:Theme {code: 'taal'}) "


def test_one_field_is_understood_and_said_back(client, graph):
    ann = client("ann")
    address = address_of(graph, "ann", "aanbod", "Taal en spraak")
    answer = ann.post(
        address, data=filled(ann, address, intake="2 weken, 3 plekken", age_from="4"), follow_redirects=True
    )
    assert "Zo begrepen: 14 dagen wachten, 3 plekken vrij." in answer.text
    assert "vandaag bijgewerkt" in answer.text
    assert "vanaf 4 jaar" in answer.text
    assert one(graph, f"{TALK} RETURN [f.waiting_days, f.capacity, f.accepting, f.age_from, f.updated_by]") == [
        14, 3, True, 4, "ann",
    ]  # fmt: skip


def test_a_closed_intake(client, graph):
    ann = client("ann")
    address = address_of(graph, "ann", "aanbod", "Taal en spraak")
    answer = ann.post(address, data=filled(ann, address, intake="vol"), follow_redirects=True)
    assert "neemt nu niemand aan" in answer.text
    assert one(graph, f"{TALK} RETURN f.accepting") is False
    assert 'value="vol"' in ann.get(address).text


def test_its_age_is_told(client, graph):
    graph.driver.execute_query(f"{TALK} SET f.updated_at = datetime() - duration('P21D')")
    assert "3 weken geleden bijgewerkt" in client("ann").get(PAGE).text


def change(ann, graph) -> str:
    address = address_of(graph, "ann", "aanbod", "Taal en spraak")
    return ann.post(address, data=filled(ann, address, intake="14"), follow_redirects=True).text


def add(ann, graph) -> str:
    data = {"holder": "team", "theme": "leren", "intake": "5 plekken"}
    return ann.post(f"{PAGE}/nieuw-aanbod", data=data, follow_redirects=True).text


def remove(ann, graph) -> str:
    address = address_of(graph, "ann", "aanbod", "Taal en spraak")
    return ann.post(f"{address}/verwijdering", data=filled(ann, address), follow_redirects=True).text


@pytest.mark.parametrize("act", [change, add, remove])
def test_what_was_done_is_taken_back_whole(client, graph, act):
    graph.driver.execute_query(f"{TALK} SET f.updated_at = datetime('2026-01-02T03:04:05Z'), f.capacity = 2")
    ann, before = client("ann"), everything(graph)
    text = act(ann, graph)
    assert everything(graph) != before
    [undo] = UNDO.findall(text)
    assert client("bob").post(undo).status_code == 404
    assert "Teruggedraaid" in ann.post(undo, follow_redirects=True).text
    assert everything(graph) == before
    assert one(graph, EVENTS, region=REGION)[-1] == "entry.undo"
    assert ann.post(undo).status_code == 404


def test_nothing_is_taken_back_from_under_a_colleague(client, graph):
    ann, bob = client("ann"), client("bob")
    [undo] = UNDO.findall(change(ann, graph))
    address = address_of(graph, "bob", "aanbod", "Taal en spraak")
    bob.post(address, data=filled(bob, address, intake="vol"))
    assert not UNDO.findall(ann.get(PAGE).text)
    assert "Dit kan niet meer" in ann.post(undo, follow_redirects=True).text
    assert one(graph, f"{TALK} RETURN f.accepting") is False


def test_after_a_day_there_is_no_way_back(client, graph):
    ann = client("ann")
    [undo] = UNDO.findall(change(ann, graph))
    graph.driver.execute_query("MATCH (u:EntryUndo) SET u.at = datetime() - duration('P1DT1M')")
    assert not UNDO.findall(ann.get(PAGE).text)
    assert ann.post(undo).status_code == 404


def test_an_offer_that_is_there_is_not_added_again(client, graph):
    ann = client("ann")
    data = {"holder": "team", "theme": "taal", "intake": "14"}
    answer = ann.post(f"{PAGE}/nieuw-aanbod", data=data)
    assert answer.status_code == 422
    assert "staat er al" in answer.text


@pytest.mark.parametrize("holder", ["far", "dot", "bob"])
def test_nobody_adds_an_offer_for_another(client, graph, holder):
    answer = client("ann").post(f"{PAGE}/nieuw-aanbod", data={"holder": holder, "theme": "leren", "intake": ""})
    assert answer.status_code == 422
    assert not one(graph, "MATCH ({id: $holder})-[f:OFFERS]->(:Theme {code: 'leren'}) RETURN count(f)", holder=holder)


def test_the_second_of_two_is_shown_both_versions_and_loses_nothing(client, graph):
    ann, bob = client("ann"), client("bob")
    address = address_of(graph, "ann", "organisatie", "wijkteam Oost")
    first, second = filled(ann, address, phone="0591-111111"), filled(bob, address, phone="0591-222222")
    assert ann.post(address, data=first).status_code == 302
    answer = bob.post(address, data=second)
    assert answer.status_code == 409
    assert "Ann Aerts wijzigde dit terwijl u bezig was" in answer.text
    assert "0591-111111" in answer.text
    assert 'value="0591-222222"' in answer.text
    assert one(graph, "MATCH (o {id: 'team'}) RETURN o.phone") == "0591-111111"
    mark = re.search(r'name="mark"[^>]*value="(\w+)"', answer.text)[1]
    assert bob.post(address, data={**second, "mark": mark}).status_code == 302
    assert one(graph, "MATCH (o {id: 'team'}) RETURN o.phone") == "0591-222222"


def test_an_import_in_between_is_seen_too(client, graph):
    ann = client("ann")
    address = address_of(graph, "ann", "gegevens", "Ann Aerts")
    data = filled(ann, address, name="Anna")
    graph.driver.execute_query("MATCH (p:Person {id: 'ann'}) SET p.phone = '14 0591'")
    assert ann.post(address, data=data).status_code == 409


@pytest.mark.parametrize("kind", ["organisatie", "aanbod"])
def test_of_two_at_the_same_moment_one_is_asked(client, graph, kind):
    title = "wijkteam Oost" if kind == "organisatie" else "Taal en spraak"
    address, clients = address_of(graph, "ann", kind, title), [client("ann"), client("bob")]
    typed = [{"phone": "0591-111111", "intake": "11"}, {"phone": "0591-222222", "intake": "22"}]
    for _round in range(3):
        forms = [filled(one_of, address, **texts) for one_of, texts in zip(clients, typed, strict=True)]
        start = Barrier(2)

        def send(number: int) -> int:
            start.wait()  # noqa: B023
            return clients[number].post(address, data=forms[number]).status_code  # noqa: B023

        with ThreadPoolExecutor(2) as pool:
            codes = list(pool.map(send, range(2)))
        assert sorted(codes) == [302, 409]
        [line] = [line for line in store.list_lines(graph.read, scope_of("ann")) if address.endswith(line.key)]
        winner = typed[codes.index(302)]
        assert winner["phone"] == line.values.get("phone") or int(winner["intake"]) == line.values.get("waiting_days")
        reset = "SET o.phone = null" if kind == "organisatie" else "SET f.waiting_days = null"
        graph.driver.execute_query("MATCH (o {id: 'team'})-[f:OFFERS]->(:Theme {code: 'taal'}) " + reset)


def test_of_two_who_add_the_same_one_adds_it(client, graph):
    clients, start = [client("ann"), client("bob")], Barrier(2)

    def send(one_of) -> int:
        start.wait()
        data = {"holder": "team", "theme": "leren", "intake": "14"}
        return one_of.post(f"{PAGE}/nieuw-aanbod", data=data).status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(send, clients)) == [302, 422]
    assert one(graph, "MATCH ({id: 'team'})-[f:OFFERS]->(:Theme {code: 'leren'}) RETURN count(f)") == 1
