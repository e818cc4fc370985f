"""What the five rules say about a region small enough to check by hand, and what private ties do to it."""

import pytest

from app.insight.links import store
from app.insight.links.store import LinksAnswer
from app.platform.access import Scope, region_scope
from app.platform.graph import Graph
from tests.integration.insight.links.small_region import tie, write_small_region
from tests.support.site import REGION

SCOPE = region_scope(REGION)


def fresh(graph: Graph, scope: Scope = SCOPE) -> LinksAnswer:
    store.answer.cache_clear()
    return store.answer(graph, scope, 0)


def test_strangers_on_the_same_cases(graph: Graph):
    write_small_region(graph)
    found = fresh(graph)
    [row] = found.same_cases
    assert (row.one.name, row.other.name) == ("GGD-team Oost", "wijkteam Oost")
    assert [case.number for case in row.cases] == ["Z1", "Z2", "Z3"]
    assert row.themes == ("angst", "taal")
    assert [person.name for person in row.introduce] == ["Sanne Prins", "Joost Maas"]
    assert found.rows[0] == row


def test_a_school_whose_new_counsellor_knows_nobody(graph: Graph):
    write_small_region(graph)
    first, second = fresh(graph).norm
    assert (first.school.name, first.counsellor.name, first.counsellor.alone) == ("De Beuk", "Ben Bos", True)
    assert [(gap.norm, gap.person.name, gap.schools) for gap in first.missing] == [
        ("wijkteam", "Joost Maas", 1),
        ("jgz", "Sanne Prins", 1),
        ("speciaal", "Kim Kat", 1),
    ]
    assert (second.school.name, [gap.norm for gap in second.missing], second.met) == (
        "De Vink",
        ["wijkteam", "jgz"],
        (),
    )


def test_ties_of_one_side(graph: Graph):
    write_small_region(graph)
    [row] = fresh(graph).one_sided
    assert (row.one.name, row.other.name, row.cases) == ("De Akker", "GGD-team Oost", 2)
    assert [(tie.ego.name, tie.alter.name) for tie in row.ties] == [("Ann Aerts", "Sanne Prins")]
    assert [case.number for case in store.shared_cases(graph, SCOPE, row)] == ["Z4", "Z5"]


def test_the_way_to_a_wanted_contact(graph: Graph):
    write_small_region(graph)
    [row] = fresh(graph).wanted
    assert (row.ego.name, row.alter.name, len(row.way)) == ("Ann Aerts", "Wil Wouda", 2)
    assert row.way[-1].person == row.alter
    assert row.way[0].frequency == "weekly"


def test_people_with_three_common_contacts(graph: Graph):
    write_small_region(graph)
    [row] = fresh(graph).near_miss
    assert {row.one.name, row.other.name} == {"Sanne Prins", "Kim Kat"}
    assert {person.name for person in row.common} == {"Ann Aerts", "Wil Wouda", "Een Eik"}
    assert row.score == pytest.approx(1 / 4 + 1 / 2 + 1 / 3)


def test_a_wanted_organisation_is_reached_through_its_people(graph: Graph):
    write_small_region(graph, tie("ben-team", state="desired"), tie("ben-ann"))
    [row] = [row for row in fresh(graph).wanted if row.ego.name == "Ben Bos"]
    assert (row.alter.name, [step.person.name for step in row.way]) == ("wijkteam Oost", ["Ann Aerts", "Joost Maas"])


@pytest.mark.parametrize("ends", ["sam-wim", "wim-gea", "wim-ggd", "kim-sam", "sam-ann", "ben-wim"])
def test_a_private_tie_changes_nothing_that_anybody_reads(graph: Graph, ends: str):
    write_small_region(graph)
    without = fresh(graph)
    graph.driver.execute_query(
        "MATCH (a:Person {id: $ego}) MATCH (b:Person|Organisation {id: $alter}) "
        "CREATE (a)-[:CONTACT {state: 'present', visibility: 'private'}]->(b)",
        dict(zip(("ego", "alter"), ends.split("-"), strict=True)),
    )
    assert fresh(graph) == without


def test_private_wishes_stay_private(graph: Graph):
    write_small_region(graph, tie("kim-wim", state="desired", visibility="private"))
    assert [row.ego.name for row in fresh(graph).wanted] == ["Ann Aerts"]


def test_who_left_links_nobody(graph: Graph):
    write_small_region(graph, tie("gea-wim"))
    assert fresh(graph).same_cases == ()
    graph.driver.execute_query("MATCH (:Person {id: 'gea'})-[w:WORKS_AT]->() SET w.until = date('2026-07-31')")
    assert len(fresh(graph).same_cases) == 1


def test_who_works_at_both_links_them(graph: Graph):
    write_small_region(graph)
    graph.driver.execute_query(
        "MATCH (p:Person {id: 'gea'}) MATCH (o:Organisation {id: 'team'}) "
        "CREATE (p)-[:WORKS_AT {role: 'arts', days: 1.0}]->(o)"
    )
    assert fresh(graph).same_cases == ()


def test_another_regions_reader_sees_nothing(graph: Graph):
    write_small_region(graph)
    found = fresh(graph, region_scope("PO-98-01"))
    assert (found.rows, found.wanted, found.ties, found.cases) == ((), (), 0, 0)


def test_who_may_not_be_told_of_ties_gets_no_names_from_them(graph: Graph):
    write_small_region(graph)
    found = fresh(graph, Scope(REGION))
    assert (found.one_sided, found.wanted, found.near_miss, found.ties) == ((), (), (), 0)


def test_the_answer_is_kept_under_the_revision(graph: Graph):
    write_small_region(graph)
    assert fresh(graph) is store.answer(graph, SCOPE, 0)
    assert fresh(graph) is not store.answer(graph, SCOPE, 1)


def test_a_region_keeps_the_norms_it_chooses(graph: Graph):
    write_small_region(graph)
    assert all(norm.kept for norm in store.norms(graph, SCOPE))
    store.keep_norms(graph, SCOPE, ["jgz"])
    assert [norm.code for norm in store.norms(graph, SCOPE) if norm.kept] == ["jgz"]
    assert {gap.norm for row in fresh(graph).norm for gap in row.missing} == {"jgz"}
    [region] = graph.read("platform/list_regions")
    [event] = graph.driver.execute_query("MATCH (e:AuditEvent) RETURN e.action AS action, e.after AS after").records
    assert (region["revision"], *event) == (1, "insight.keep_norms", '{"kept": ["jgz"]}')
    store.keep_norms(graph, SCOPE, ["jgz", "wijkteam"])
    assert [norm.code for norm in store.norms(graph, SCOPE) if norm.kept] == ["wijkteam", "jgz"]
