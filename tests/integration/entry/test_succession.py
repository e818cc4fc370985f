"""Who left without a successor is succeeded by whom a colleague names; and somebody who left last week."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

from app.entry.leaving import store
from app.entry.leaving.store import NoSuccessorError, Successor
from tests.integration.entry.test_leaving import BOB, LAST, position_at
from tests.integration.entry.town import EVENTS, PAGE, everything, one, scope_of
from tests.support.site import REGION

SUCCESSION = re.compile(r'href="(/klopt-dit-nog/opvolging/([\w-]+))"')
BACK = re.compile(r'action="(/klopt-dit-nog/opvolging/[\w-]+/ongedaan)"')
WEEK_AGO = date.today() - timedelta(days=7)
ANN_KNOWS = """
MATCH (a {id: 'ann'}), (c {id: 'cas'}), (d {id: 'dot'}), (o {id: 'school'})
CREATE (a)-[:CONTACT {state: 'present', visibility: 'shared', note: 'eigen'}]->(c)
CREATE (a)-[:CONTACT {state: 'present', visibility: 'introductions'}]->(o)
CREATE (a)-[:CONTACT {state: 'present', visibility: 'private'}]->(d)
CREATE (r:Referral {id: 'Z1', number: 'Z1', opened: date()})-[:STEP {n: 1}]->(h:Handover {id: 'H1'})-[:FOR]->(a)
WITH h MATCH (t {id: 'team'}) CREATE (h)-[:TO]->(t)
"""
WISHED = "MATCH (:Person {id: $id})-[c:CONTACT {handed_over_from: 'ann'}]->(a) RETURN collect(a.id)"
HAS_CASE = "MATCH (:Handover {id: 'H1'})-[:FOR]->(p) RETURN p.id"


def leave(graph, last: date = LAST) -> str:
    """Ann leaves the wijkteam; nobody follows her yet."""
    graph.driver.execute_query(ANN_KNOWS)
    return store.leave(graph, scope_of("ann"), position_at(graph, "ann", "team"), last, None, [])


def the_task(graph) -> str:
    return one(graph, "MATCH (t:Task {kind: 'successor'}) RETURN t.id")


def test_a_colleague_names_herself_and_takes_it_back(client, graph):
    bob, cas = client("bob"), client("cas")
    leave(graph, WEEK_AGO)
    [(address, _task)] = SUCCESSION.findall(bob.get(PAGE).text)
    page = bob.get(address).text
    assert "Ann Aerts (consulent) vertrekt bij wijkteam Oost" in page
    assert 'value="bob@dorp.example"' in page
    assert 'value="ann@dorp.example"' not in page
    before = everything(graph)
    text = bob.post(address, data={"colleague": "bob@dorp.example", "follows": "collega"}, follow_redirects=True).text
    assert "Wie volgt op?" not in text
    assert "U noemde een opvolger van Ann Aerts bij wijkteam Oost" in " ".join(text.split())
    assert sorted(one(graph, WISHED, id="bob")) == ["cas", "school"]
    assert one(graph, "MATCH ({id: 'bob'})-[c:CONTACT]->({id: 'cas'}) RETURN c.note") is None
    assert one(graph, HAS_CASE) == "bob"
    [back] = BACK.findall(text)
    assert cas.post(back).status_code == 404
    assert "staat er weer" in bob.post(back, follow_redirects=True).text
    # The task is the same but for the lock that was taken on it.
    assert [row for row in everything(graph) if "Task" not in row] == [row for row in before if "Task" not in row]
    assert SUCCESSION.findall(bob.get(PAGE).text)
    assert bob.post(back).status_code == 404
    assert one(graph, EVENTS, region=REGION)[-3:] == ["entry.leave", "entry.succeed", "entry.take_back_succession"]


def test_somebody_new_starts_the_day_after(client, graph):
    bob = client("bob")
    leave(graph, WEEK_AGO)
    [(address, _task)] = SUCCESSION.findall(bob.get(PAGE).text)
    data = {"follows": "nieuw", "name": "Nel Nieuw", "email": "nel@dorp.example"}
    text = bob.post(address, data=data, follow_redirects=True).text
    hired = "MATCH (:Person {name: 'Nel Nieuw'})-[w:WORKS_AT {role: 'consulent'}]->({id: 'team'}) RETURN w.since"
    assert one(graph, hired).to_native() == WEEK_AGO + timedelta(days=1)
    [back] = BACK.findall(text)
    bob.post(back)
    assert one(graph, "MATCH (p:Person {name: 'Nel Nieuw'}) RETURN count(p)") == 0


def test_who_comes_back_has_everything_back_also_from_the_successor(client, graph):
    departure = leave(graph)
    before = one(graph, "MATCH ({id: 'ann'})-[w:WORKS_AT]->({id: 'team'}) RETURN w.role")
    store.succeed(graph, scope_of("bob"), the_task(graph), Successor("nel@dorp.example", "Nel"))
    store.stay(graph, scope_of("ann"), departure)
    assert one(graph, HAS_CASE) == "ann"
    for gone in ("(n:EntryUndo)", "(n:Task)", "(n:EntryKept)", "(n:Person {name: 'Nel'})"):
        assert one(graph, f"MATCH {gone} RETURN count(n)") == 0
    position = "MATCH ({id: 'ann'})-[w:WORKS_AT]->({id: 'team'}) RETURN [w.role, w.until]"
    assert one(graph, position) == [before, None]


WRONG = [
    ({"colleague": "cas@dorp.example"}, "Kies een collega uit de lijst"),
    ({"colleague": "ann@dorp.example"}, "Kies een collega uit de lijst"),
    ({"follows": "niemand"}, "error-text"),
    ({"follows": "nieuw", "name": "Nel", "email": "nel"}, "naam@school.nl"),
    ({"follows": "nieuw", "name": "Dot", "email": "dot@dorp.example"}, "niet kan opvolgen"),
    ({"follows": "nieuw", "name": "Ann", "email": "ann@dorp.example"}, "niet kan opvolgen"),
]


@pytest.mark.parametrize(("typed", "message"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_handed_over(client, graph, typed, message):
    bob = client("bob")
    leave(graph)
    before = everything(graph)
    answer = bob.post(f"{PAGE}/opvolging/{the_task(graph)}", data={"follows": "collega", **typed})
    assert answer.status_code == 422
    assert message in answer.text
    assert everything(graph) == before


def test_only_colleagues_name_a_successor(client, graph):
    leave(graph)
    address, before = f"{PAGE}/opvolging/{the_task(graph)}", everything(graph)
    for other in ("ann", "cas", "dot"):
        assert client(other).get(address).status_code == 404
        assert client(other).post(address, data={"colleague": BOB.email}).status_code == 404
        with pytest.raises(LookupError):
            store.succeed(graph, scope_of(other), the_task(graph), BOB)
    assert everything(graph) == before


def test_of_two_at_the_same_moment_one_hands_over(client, graph):
    leave(graph)
    task, start = the_task(graph), Barrier(2)

    def go(_number: int) -> bool:
        start.wait()
        try:
            store.succeed(graph, scope_of("bob"), task, BOB)
        except (LookupError, NoSuccessorError):
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(go, range(2))) == [False, True]
    assert one(graph, "MATCH (u:EntryUndo {what: 'succeeded'}) RETURN count(u)") == 1


def test_who_left_last_week_says_so_and_is_told_what_that_means(client, graph):
    cas, address = client("cas"), f"{PAGE}/functie/{position_at(graph, 'cas', 'school')}/vertrek"
    data = {"last_day": WEEK_AGO.isoformat(), "follows": "niemand"}
    preview = cas.post(address, data=data).text
    assert "Uw laatste dag bij De Akker was" in preview
    assert "niet meer inloggen" in preview
    assert cas.post(address, data={**data, "seen": "1"}).status_code == 302
    assert one(graph, "MATCH ({id: 'cas'})-[w:WORKS_AT]->() RETURN w.until").to_native() == WEEK_AGO
    assert "geëindigd" in cas.get(PAGE, follow_redirects=True).text
    assert cas.get(PAGE).status_code == 302


def test_who_works_elsewhere_too_takes_a_departure_of_last_week_back(client, graph):
    ann, address = client("ann"), f"{PAGE}/functie/{position_at(graph, 'ann', 'school')}/vertrek"
    before = everything(graph)
    data = {"last_day": WEEK_AGO.isoformat(), "follows": "collega", "colleague": "cas@dorp.example", "seen": "1"}
    [stay] = re.findall(
        r'action="(/klopt-dit-nog/vertrek/[\w-]+/ongedaan)"', ann.post(address, data=data, follow_redirects=True).text
    )
    assert "De Akker" not in one(graph, "MATCH (p {id: 'ann'}) RETURN coalesce(p.search_text, '')")
    assert "U werkt er weer" in ann.post(stay, follow_redirects=True).text
    assert everything(graph) == before
