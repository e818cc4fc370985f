"""Two that look like doubles and are none: said once, remembered for both, and taken back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.directory.merging.store import dismiss, list_dismissals, list_doubles, merge, suggest_again, take_back
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from tests.support.site import REGION

HERE, ELSEWHERE = region_scope(REGION), region_scope("PO-99-03")
WRITE = """
UNWIND $regions AS code
CREATE (r:Region {code: code, name: 'Regio ' + code, revision: 0})
CREATE (o:Organisation {id: 'o-' + code, name: 'De Linde', name_key: 'de linde', kind: 'bao'})-[:IN_REGION]->(r)
WITH code, r, o
UNWIND ['1', '2', '3'] AS n
CREATE (:Person {id: code + n, name: 'Jan de Wit', email: code + n + '@wit.example'})-[:WORKS_AT {role: 'IB'}]->(o)
CREATE (:Organisation {id: code + 'b' + n, name: 'De Beuk', name_key: 'de beuk', kind: 'bao'})-[:IN_REGION]->(r)
"""
EVENTS = "MATCH (e:AuditEvent {region: $region}) RETURN e.action AS action, e.actor AS actor ORDER BY e.at, e.id"


@pytest.fixture
def alike(graph: Graph) -> Graph:
    """Three people with one name and three schools with one name, in each of two regions."""
    graph.driver.execute_query(WRITE, regions=[REGION, "PO-99-03"])
    return graph


def suggested(graph: Graph, scope=HERE) -> list[set[str]]:
    """The ids of each suggested pair, without the region's code."""
    people, organisations = list_doubles(graph, scope, list_dismissals(graph, scope))
    return [{one.id[len(REGION) :], other.id[len(REGION) :]} for one, other in [*people, *organisations]]


@pytest.mark.parametrize("kind", ["", "b"])
def test_a_dismissed_pair_is_not_suggested_again_and_all_others_are(alike, kind):
    one, other = f"{REGION}{kind}2", f"{REGION}{kind}1"
    before = suggested(alike)
    assert len(before) == 6
    dismiss(alike, HERE, one, other)
    gone = {f"{kind}1", f"{kind}2"}
    assert suggested(alike) == [pair for pair in before if pair != gone]
    assert suggested(alike, ELSEWHERE) == before
    suggest_again(alike, HERE, other, one)
    assert suggested(alike) == before
    with pytest.raises(LookupError):
        suggest_again(alike, HERE, one, other)


def test_the_page_says_who_dismissed_it_and_takes_it_back(alike, client_as):
    client = client_as(Role.SWV_MEDEWERKER)
    address = f"/dubbelen/{REGION}1/{REGION}2"
    assert client.get(address).text.count("geen-dubbele") == 1
    page = client.post(f"{address}/geen-dubbele", follow_redirects=True).text
    assert "Jan de Wit en Jan de Wit" in page
    assert "Iemand swv_medewerker" in page
    assert f"{address}/geen-dubbele" not in page
    assert client.post(f"/dubbelen/{REGION}2/{REGION}1/geen-dubbele").status_code == 302
    [dismissed] = list_dismissals(alike, HERE)
    back = f"/dubbelen/{dismissed.one}/{dismissed.other}/toch-misschien"
    assert back in page
    page = client.post(back, follow_redirects=True).text
    assert "Neem terug" not in page
    assert f"{address}/geen-dubbele" in page
    assert client.post(back).status_code == 404
    events = alike.driver.execute_query(EVENTS, region=REGION).records
    assert [event["action"] for event in events] == ["directory.dismiss_double", "directory.suggest_double"]
    assert all(event["actor"] for event in events)


def test_nothing_of_another_region_or_type_is_dismissed(alike, client_as):
    client, there = client_as(Role.SWV_MANAGER), "PO-99-03"
    for pair in (f"{there}1/{there}2", f"{REGION}1/{there}1", f"{REGION}1/{REGION}b1", f"{REGION}1/{REGION}1"):
        assert client.post(f"/dubbelen/{pair}/geen-dubbele").status_code == 404
    dismiss(alike, ELSEWHERE, f"{there}1", f"{there}2")
    assert client.post(f"/dubbelen/{there}1/{there}2/toch-misschien").status_code == 404
    assert "Geen dubbelen" not in client.get("/dubbelen").text


def test_what_was_dismissed_outlives_a_merge_and_its_way_back(alike):
    dismiss(alike, HERE, f"{REGION}2", f"{REGION}3")
    made = merge(alike, HERE, f"{REGION}1", f"{REGION}2")
    assert {"1", "3"} not in suggested(alike)
    take_back(alike, HERE, made)
    assert {"2", "3"} not in suggested(alike)
    assert {"1", "3"} in suggested(alike)


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_at_the_same_moment_it_is_put_down_once(alike, turned):
    pair, start = (f"{REGION}1", f"{REGION}2"), Barrier(2)
    calls: list[tuple[Callable, tuple[str, ...]]] = [(dismiss, pair), (dismiss, pair[::-1] if turned else pair)]

    def go(call) -> None:
        start.wait()
        call[0](alike, HERE, *call[1])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(go, calls))
    [row] = alike.driver.execute_query("MATCH ()-[d:NOT_DOUBLE_OF]->() RETURN count(d) AS n").records
    assert row["n"] == 1
    assert len(alike.driver.execute_query(EVENTS, region=REGION).records) == 1
