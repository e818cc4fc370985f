"""The answer about brokers, on the real database: by hand on a small region, by networkx on the fictitious one."""

import pytest

from app.insight.brokers import store
from app.insight.brokers.model import BrokersAnswer, Roles
from app.platform.access import Scope, region_scope
from app.platform.graph import Graph
from bench.brokers import forget, measures_by_networkx
from tests.integration.insight.brokers.small_region import write_small_region
from tests.support.site import REGION

SCOPE = region_scope(REGION)


def fresh(graph: Graph, scope: Scope = SCOPE) -> BrokersAnswer:
    forget()
    return store.answer(graph, scope, 0)


def change(graph: Graph, cypher: str) -> None:
    graph.driver.execute_query(cypher)


def test_who_is_the_only_way_stands_on_top(graph: Graph):
    write_small_region(graph)
    answer = fresh(graph)
    assert (answer.people, answer.ties, str(answer.latest)) == (9, 13, "2026-10-03")
    noor, zoe, *rest = answer.rows
    assert noor.person.name == "Noor de Wit"
    assert [school.name for school in noor.schools_lost] == ["De Akker", "De Beuk", "De Linde"]
    assert noor.splits
    assert noor.ties == 4
    assert zoe.person.name == "Zoë Zand"
    assert [school.name for school in zoe.schools_lost] == ["De Akker", "De Beuk", "De Linde"]
    only_at_school = {row.person.id: row.schools_lost[0].name for row in rest if row.schools_lost}
    assert only_at_school == {"ann": "De Akker", "ben": "De Beuk", "cas": "De Cactus"}


def test_the_second_contact_is_whom_most_schools_want(graph: Graph):
    write_small_region(graph)
    second = fresh(graph).rows[0].second
    assert (second.person.name, second.schools, second.wanted) == ("Kim Kat", 2, True)


def test_without_wishes_the_second_contact_is_who_knows_the_schools(graph: Graph):
    write_small_region(graph)
    change(graph, "MATCH ()-[t:CONTACT {state: 'desired'}]->() DELETE t")
    second = fresh(graph).rows[0].second
    assert (second.person.name, second.schools, second.wanted) == ("Wim Wol", 2, False)


def test_private_ties_are_no_way_until_they_are_shared(graph: Graph):
    write_small_region(graph)
    change(graph, "MATCH ()-[t:CONTACT {visibility: 'private'}]->() SET t.visibility = 'introductions'")
    assert all(len(row.schools_lost) <= 1 for row in fresh(graph).rows)


def test_a_viewer_without_sight_of_others_ties_gets_nothing(graph: Graph):
    write_small_region(graph)
    answer = fresh(graph, Scope(REGION))
    assert (answer.rows, answer.ties) == ((), 0)


def test_a_tie_to_the_organisation_itself_is_a_way(graph: Graph):
    write_small_region(graph)
    change(
        graph,
        "MATCH (p:Person {id: 'ann'}), (o:Organisation {id: 'een'}) "
        "CREATE (p)-[:CONTACT {state: 'present', visibility: 'shared'}]->(o)",
    )
    noor = next(row for row in fresh(graph).rows if row.person.id == "noor")
    assert [school.name for school in noor.schools_lost] == ["De Linde"]


def test_who_left_is_no_broker_and_no_way(graph: Graph):
    write_small_region(graph)
    change(graph, "MATCH (:Person {id: 'noor'})-[w:WORKS_AT]->() SET w.until = date('2020-01-01')")
    answer = fresh(graph)
    assert "noor" not in {row.person.id for row in answer.rows}
    assert answer.people == 8


def test_why_somebody_stands_there(graph: Graph):
    write_small_region(graph)
    fresh(graph)
    evidence = store.evidence(graph, SCOPE, 0, "noor")
    akker = evidence.schools[0]
    assert (akker.school.name, [p.name for p in akker.way], akker.now, akker.then) == (
        "De Akker",
        ["Ann Aerts", "Noor de Wit", "Zoë Zand"],
        2,
        None,
    )
    assert sum(count for *_, count in evidence.joined) == evidence.broker.roles.total
    # Pieces of four, three and one are left: of 8·7 ordered pairs, 4·3 + 3·2 keep a way.
    assert evidence.loss.fragmentation == pytest.approx(1 - 18 / 56)
    assert {(change.one, change.other) for change in evidence.loss.changes} >= {("akker", "een"), ("beuk", "twee")}
    assert store.evidence(graph, SCOPE, 0, "nobody") is None


def test_a_region_that_is_empty_or_too_small_has_no_brokers(graph: Graph):
    assert fresh(graph).rows == ()
    write_small_region(graph)
    change(graph, "MATCH (p:Person) WHERE NOT p.id IN ['noor', 'ann'] DETACH DELETE p")
    assert fresh(graph).rows == ()


def test_the_numbers_are_those_of_networkx(demo_graph: Graph):
    scope = region_scope("PO-99-01")
    expected = measures_by_networkx(demo_graph, scope)
    rows = fresh(demo_graph, scope).rows
    assert len(rows) > 500
    for row in rows:
        between, constrained, roles = expected[row.person.id]
        assert row.betweenness == pytest.approx(between)
        assert row.constraint == pytest.approx(constrained)
        assert row.roles == Roles(**roles)
