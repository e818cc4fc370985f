"""The warm way in is the best one there is, and never one that may not be told."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples

from app.finder import store
from app.finder.model import Asked
from app.platform.access import Scope
from tests.integration.finder.small_world import (
    COUNSELLOR,
    ME,
    REGION,
    SCHOOL,
    best_ways,
    put,
    tie,
    usable,
    world,
    worlds,
)

ASKED = Asked("angst", 8, "Veldhoek")
SCOPE = Scope(REGION, ME, (SCHOOL,))


def ways(answer) -> dict[str, list[str]]:
    return {hit.partner.id: [step.contact.id for step in hit.way] for hit in answer.hits if hit.way}


def asked_and_kept(graph):
    return store.find_kept_answer(graph, SCOPE, store.ask(graph, SCOPE, ASKED))


def tellings(graph) -> list[str]:
    rows = graph.driver.execute_query(
        "MATCH (x:Telling)-[:TO]->(p:Person {id: $me}) RETURN x.ego + '-' + x.alter AS pair ORDER BY pair", me=ME
    ).records
    return [row["pair"] for row in rows]


@examples(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=worlds())
def test_it_is_the_best_way_by_brute_force(graph, database, made):
    database.empty()
    put(graph, made)
    answer = store.find_answer(graph, SCOPE, ASKED)
    net, best = usable(made), best_ways(made)
    found = ways(answer)
    assert found.keys() == best.keys()
    for partner, way in found.items():
        cost = sum(net.edges[pair]["cost"] for pair in pairwise(way))
        assert (len(way) - 1, cost) == (best[partner][0], pytest.approx(best[partner][1])), way
    assert {hit.partner.id for hit in answer.hits} == {
        row["id"] for row in made["places"] if row["offer"] is not None and row["offer"].get("accepting") is not False
    }
    assert ways(asked_and_kept(graph)) == found


def test_the_iber_s_way_is_hers_to_ask_for(graph):
    put(graph, world([tie(COUNSELLOR, "p2")]))
    assert ways(asked_and_kept(graph)) == {"hulp": [COUNSELLOR, "p2"]}


def test_a_tie_to_the_organisation_is_a_way_too(graph):
    put(graph, world([tie(ME, "p6"), tie("p6", "zorg")]))
    [hit] = [hit for hit in asked_and_kept(graph).hits if hit.partner.id == "zorg"]
    assert [step.contact.name for step in hit.way] == ["Naam p0", "Naam p6", "Bij zorg"]


def test_a_tie_for_introductions_is_told_once_a_day(graph):
    put(graph, world([tie(ME, "p6"), tie("p6", "p2", visibility="introductions")]))
    assert ways(asked_and_kept(graph)) == {"hulp": [ME, "p6", "p2"]}
    assert tellings(graph) == ["p6-p2"]
    asked_and_kept(graph)
    assert tellings(graph) == ["p6-p2"]


def test_what_is_shared_from_the_other_side_is_not_told(graph):
    put(graph, world([tie(ME, "p6"), tie("p6", "p2", visibility="introductions"), tie("p2", "p6")]))
    assert ways(asked_and_kept(graph)) == {"hulp": [ME, "p6", "p2"]}
    assert tellings(graph) == []


def test_looking_without_asking_tells_nobody_anything(graph):
    put(graph, world([tie(ME, "p6"), tie("p6", "p2", visibility="introductions")]))
    store.find_answer(graph, SCOPE, ASKED)
    assert tellings(graph) == []


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (:Person {id: 'p6'})-[c:CONTACT]->() SET c.visibility = 'private'",
        "MATCH (:Person {id: 'p6'})-[c:CONTACT]->() SET c.visibility = 'introductions'",
        "MATCH (:Person {id: 'p6'})-[c:CONTACT]->() SET c.state = 'absent'",
        "MATCH (:Person {id: 'p6'})-[c:CONTACT]->() SET c.declined_at = datetime()",
        "MATCH (:Person {id: 'p6'})-[w:WORKS_AT]->() SET w.until = date() - duration({days: 1})",
        "MATCH (:Person {id: 'p2'})-[w:WORKS_AT]->() SET w.until = date() - duration({days: 1})",
        "MATCH (:Person {id: 'p6'})-[w:WORKS_AT]->() SET w.since = date() + duration({days: 2})",
    ],
)
def test_a_way_that_no_longer_holds_is_not_shown(graph, change):
    put(graph, world([tie(ME, "p6"), tie("p6", "p2")]))
    question = store.ask(graph, SCOPE, ASKED)
    assert ways(store.find_kept_answer(graph, SCOPE, question))
    graph.driver.execute_query(change)
    assert ways(store.find_kept_answer(graph, SCOPE, question)) == {}


def test_a_partner_whose_intake_closed_since_is_not_shown(graph):
    put(graph, world([tie(ME, "p2")]))
    question = store.ask(graph, SCOPE, ASKED)
    graph.driver.execute_query("MATCH (:Organisation {id: 'hulp'})-[o:OFFERS]->() SET o.accepting = false")
    assert [hit.partner.id for hit in store.find_kept_answer(graph, SCOPE, question).hits] == ["zorg"]


@pytest.mark.parametrize(("offer", "shown"), [({"age_from": 9}, False), ({"age_to": 7}, False), ({"age_to": 8}, True)])
def test_the_age_must_fit(graph, offer, shown):
    put(graph, world([], hulp=offer))
    assert ("hulp" in {hit.partner.id for hit in store.find_answer(graph, SCOPE, ASKED).hits}) == shown


def test_somebody_who_offers_it_herself_is_a_partner(graph):
    put(graph, world([tie(ME, "p6")]))
    graph.driver.execute_query(
        "MATCH (p:Person {id: 'p6'}), (t:Theme {code: 'angst'}) CREATE (p)-[:OFFERS {waiting_days: 3}]->(t)"
    )
    [hit] = [hit for hit in store.find_answer(graph, SCOPE, ASKED).hits if hit.partner.is_person]
    assert (hit.partner.name, hit.partner.organisation, [step.contact.id for step in hit.way]) == (
        "Naam p6", "Bij team", [ME, "p6"]
    )  # fmt: skip


def test_without_a_way_her_iber_is_nearest(graph):
    put(graph, world([]))
    assert asked_and_kept(graph).nearest.id == COUNSELLOR
