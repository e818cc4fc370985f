"""The map as the SWV manager's browser gets it: what is drawn, what is not, and that looking changes nothing."""

import re
from collections.abc import Callable

import pytest

from app.insight.map import store
from app.insight.map.placing import place_region
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from tests.integration.insight.map.small_region import write_small_region
from tests.support.site import REGION, PageClient

PAGES = ("/kaart", "/kaart?toon=iedereen", "/kaart.json", "/kaart/mensen.json", "/kaart/akker", "/kaart/akker.json")


@pytest.fixture
def manager(graph: Graph, client_as: Callable[[Role], PageClient]) -> PageClient:
    write_small_region(graph)
    store.region_map.cache_clear()
    return client_as(Role.SWV_MANAGER)


def payload(client: PageClient, address: str) -> dict:
    response = client.get(address)
    assert response.status_code == 200
    return response.get_json()


def everything(graph: Graph) -> list:
    query = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN elementId(n), properties(n), collect(properties(r))"
    return sorted(map(repr, graph.driver.execute_query(query).records))


def test_the_ties_of_people_become_those_of_their_organisations(manager):
    drawn = payload(manager, "/kaart.json")
    rows = {row[0]: row for row in drawn["organisations"]}
    names = list(rows)
    assert rows["akker"][1:4] == ["De Akker", "bao", "Veld"]
    assert [rows[name][6:] for name in ("akker", "beuk", "ggd", "leeg")] == [[3, 3, 1], [2, 3, 1], [1, 2, 0], [0, 0, 0]]
    bonds = {frozenset((names[one], names[other])): told for one, other, *told in drawn["bonds"]}
    assert bonds == {
        frozenset(("akker", "beuk")): [2, 1],
        frozenset(("akker", "ggd")): [1, 0],
        frozenset(("beuk", "ggd")): [1, 0],
    }


def test_everybody_is_drawn_with_who_knows_whom(manager):
    drawn = payload(manager, "/kaart/mensen.json")
    ids = [row[0] for row in drawn["people"]]
    assert {"abe", "ann", "ben", "ggi", "sol"} == {name for name in ids if len(name) == 3}
    lines = {
        (frozenset(ids[end] if isinstance(end, int) else end for end in line[:2]), line[2]) for line in drawn["lines"]
    }
    assert lines == {
        (frozenset(("ann", "ben")), 1),
        (frozenset(("ann", "ggi")), 0),
        (frozenset(("ann", "abe")), 0),
        (frozenset(("ben", "ggd")), 0),
    }


def test_an_opened_organisation_shows_its_people_and_where_their_ties_lead(manager):
    drawn = payload(manager, "/kaart/beuk.json")
    assert [(row[0], row[2], row[3]) for row in drawn["people"]] == [
        ("ben", "IB", "beuk"),
        ("sol", "conciërge", "beuk"),
    ]
    assert sorted(drawn["lines"], key=str) == [["akker", 0, 1], [0, "ggd", 0]]


@pytest.mark.parametrize("path", PAGES)
def test_what_is_not_shared_absent_gone_or_elsewhere_is_not_sent(manager, path):
    text = manager.get(path).get_data(as_text=True)
    assert not re.search(r"Old Oud|Vic Ver|De Verre|\"old\"|\"vic\"|\"ver\"", text)


def test_a_private_tie_is_not_drawn_and_becomes_so_when_it_is_shared(manager, graph):
    def abe_knows_ben() -> bool:
        drawn = payload(manager, "/kaart/mensen.json")
        ids = [row[0] for row in drawn["people"]]
        return any({ids[end] for end in line[:2] if isinstance(end, int)} == {"abe", "ben"} for line in drawn["lines"])

    assert not abe_knows_ben()
    graph.driver.execute_query(
        "MATCH (:Person {id: 'abe'})-[c:CONTACT]->(:Person {id: 'ben'}) SET c.visibility = 'shared'"
    )
    store.region_map.cache_clear()
    assert abe_knows_ben()


@pytest.mark.parametrize("path", ["/kaart/ver", "/kaart/ver.json", "/kaart/niets", "/kaart/niets.json"])
def test_another_region_is_not_there(manager, path):
    assert manager.get(path).status_code == 404


def test_looking_writes_nothing(manager, graph):
    before = everything(graph)
    for path in PAGES:
        assert manager.get(path).status_code == 200
    assert everything(graph) == before


def test_the_same_places_at_every_visit_before_and_after_they_are_kept(manager, graph):
    def places() -> list:
        store.region_map.cache_clear()
        drawn = payload(manager, "/kaart.json")["organisations"], payload(manager, "/kaart/mensen.json")["people"]
        return [(row[0], row[4:6]) for rows in drawn for row in rows]

    assert places() == places()
    place_region(graph, region_scope(REGION))
    kept = places()
    assert kept == places()
    assert len({tuple(place) for _, place in kept}) == len(kept)


def test_who_comes_later_does_not_move_the_others(manager, graph):
    scope = region_scope(REGION)
    first = place_region(graph, scope)
    kept = dict(store.read_layout(graph, scope).places)
    assert len(kept) == first
    graph.driver.execute_query(
        "MATCH (o:Organisation {id: 'beuk'}) CREATE (:Person {id: 'new', name: 'Nel'})-[:WORKS_AT {role: 'IB'}]->(o)"
    )
    assert place_region(graph, scope) == 1
    now = store.read_layout(graph, scope).places
    assert {thing: now[thing] for thing in kept} == kept
    assert max(abs(a - b) for a, b in zip(now["new"], now["beuk"], strict=True)) < 50


def test_placing_is_one_audited_change_and_none_when_nothing_is_new(manager, graph):
    def revision() -> int:
        return graph.driver.execute_query("MATCH (r:Region {code: $c}) RETURN r.revision AS n", c=REGION).records[0][
            "n"
        ]

    before = revision()
    place_region(graph, region_scope(REGION))
    assert revision() == before + 1
    assert place_region(graph, region_scope(REGION)) == 0
    assert revision() == before + 1
    events = graph.driver.execute_query(
        "MATCH (e:AuditEvent {action: 'insight.place'}) RETURN e.region AS region"
    ).records
    assert [event["region"] for event in events] == [REGION]


def test_a_map_from_before_the_ties_is_laid_out_anew(manager, graph):
    scope = region_scope(REGION)
    graph.driver.execute_query("MATCH ()-[c:CONTACT]->() SET c.state = 'later'")
    place_region(graph, scope)
    assert store.read_layout(graph, scope).ties == 0
    graph.driver.execute_query("MATCH ()-[c:CONTACT {state: 'later'}]->() SET c.state = 'present'")
    assert place_region(graph, scope) > 1
    assert store.read_layout(graph, scope).ties > 0


def test_the_table_says_the_same_and_can_be_searched_without_a_script(manager):
    page = " ".join(re.sub(r"<[^>]+>", " ", manager.get("/kaart").get_data(as_text=True)).split())
    assert "De Akker Veld 3 3 1 Toon" in page
    found = manager.get("/kaart?zoek=ben+bos").get_data(as_text=True)
    assert ">De Beuk</span></a></th>" in found
    assert ">De Akker</span></a></th>" not in found
    assert ">De Akker</span></a></th>" in manager.get("/kaart?gemeente=Veld&soort=bao").get_data(as_text=True)
    assert "Niets gevonden" in manager.get("/kaart?gemeente=Veld&soort=sbo").get_data(as_text=True)


def test_the_people_of_an_organisation_as_a_table(manager):
    page = " ".join(re.sub(r"<[^>]+>", " ", manager.get("/kaart/akker").get_data(as_text=True)).split())
    assert "Ann Aerts IB 4 1 Toon" in page
    assert "Ggi Gast arts op school 1 0 Toon" in page
    assert "nog niemand" in manager.get("/kaart/leeg").get_data(as_text=True)


def test_what_did_not_change_is_not_sent_again(manager, graph):
    first = manager.get("/kaart/mensen.json")
    again = manager.get("/kaart/mensen.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    graph.driver.execute_query("MATCH (:Person {id: 'ann'})-[c:CONTACT]->(:Person {id: 'ben'}) DELETE c")
    store.region_map.cache_clear()
    changed = manager.get("/kaart/mensen.json", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_a_region_without_anything_says_what_to_do_first(client_as):
    store.region_map.cache_clear()
    page = client_as(Role.SWV_MANAGER).get("/kaart").get_data(as_text=True)
    assert "Lees eerst de scholen in" in page
    assert 'id="map"' not in page
