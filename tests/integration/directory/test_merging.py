"""Two entries become one and two again: nothing is lost, and what is taken back is as it was."""

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.directory.merging.rules import Refusal
from app.directory.merging.store import RefusedError, list_doubles, list_merges, merge, take_back
from app.directory.search.store import Narrowing, refresh_region, search
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from tests.integration.insight.map.small_region import HIDDEN, write_small_region
from tests.support.site import REGION

HERE = region_scope(REGION)
ROLES = st.sampled_from(["IB", "leerkracht"])
DAYS = st.sampled_from(["2020-08-01", "2024-08-01", None])
PEOPLE = st.sampled_from(["p0", "p1", "p2", "p3"])
PLACES = st.sampled_from(["o0", "o1", "o2"])
WORLDS = st.fixed_dictionaries({
    "phones": st.lists(st.sampled_from(["06-1", "06-2", None]), min_size=4, max_size=4),
    "positions": st.lists(st.tuples(PEOPLE, PLACES, ROLES, DAYS), max_size=8),
    "ties": st.lists(st.tuples(PEOPLE, st.one_of(PEOPLE, PLACES), st.integers(1, 5)), max_size=12),
    "offers": st.lists(st.tuples(st.one_of(PEOPLE, PLACES), st.sampled_from(["gedrag", "taal"])), max_size=5),
    "handovers": st.lists(st.tuples(PLACES, PLACES, PEOPLE, PEOPLE), max_size=4),
})  # fmt: skip
WRITE = """
MATCH (r:Region {code: $region})
CALL (r) {
  UNWIND range(0, 2) AS n
  CREATE (o:Organisation {id: 'o' + n, name: 'De Linde', name_key: 'de linde', kind: 'bao', place: 'Veld'})
  CREATE (o)-[:IN_REGION]->(r)
}
CALL () {
  UNWIND range(0, 3) AS n
  CREATE (p:Person {id: 'p' + n, name: 'Jan de Wit', email: n + '@wit.example', phone: $phones[n]})
  SET p.verified_at = CASE WHEN n = 1 THEN datetime() END
}
CALL () { MATCH (p:Person {id: 'p0'}) MATCH (o:Organisation {id: 'o0'}) CREATE (p)-[:WORKS_AT {role: 'IB'}]->(o) }
CALL () { MATCH (p:Person {id: 'p1'}) MATCH (o:Organisation {id: 'o0'}) CREATE (p)-[:WORKS_AT {role: 'IB'}]->(o) }
CALL () {
  UNWIND $positions AS row
  MATCH (p:Person {id: row[0]}) MATCH (o:Organisation {id: row[1]})
  CREATE (p)-[:WORKS_AT {role: row[2], since: date(row[3]), days: 1.5}]->(o)
}
CALL () {
  UNWIND $ties AS row
  MATCH (p:Person {id: row[0]}) MATCH (other:Person|Organisation {id: row[1]})
  CREATE (p)-[c:CONTACT {state: 'present', kinds: ['K'], strength: row[2], at: date()}]->(other)
}
CALL () {
  UNWIND $offers AS row
  MATCH (n:Person|Organisation {id: row[0]}) MATCH (t:Theme {code: row[1]})
  CREATE (n)-[:OFFERS {updated_at: datetime(), accepting: true}]->(t)
}
CALL () {
  UNWIND $handovers AS row
  MATCH (a:Organisation {id: row[0]}) MATCH (b:Organisation {id: row[1]})
  MATCH (by:Person {id: row[2]}) MATCH (for:Person {id: row[3]})
  CREATE (h:Handover {at: date()}) CREATE (a)<-[:FROM]-(h)-[:TO]->(b) CREATE (by)<-[:BY]-(h)-[:FOR]->(for)
}
"""


def everything(graph: Graph) -> tuple[Counter[str], Counter[str]]:
    """Every node and relationship with its values, whatever the audit trail and the revision say."""
    nodes = graph.driver.execute_query(
        "MATCH (n) WHERE NOT n:AuditEvent AND NOT n:Region RETURN labels(n) AS labels, properties(n) AS values"
    ).records
    ties = graph.driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS values, coalesce(a.id, a.code, a.at) AS start, "
        "coalesce(b.id, b.code, b.at) AS end"
    ).records
    return Counter(map(said, nodes)), Counter(map(said, ties))


def said(record) -> str:
    values = sorted((key, repr(value)) for key, value in record["values"].items())
    return repr([values, *(value for key, value in record.items() if key != "values")])


def write(graph: Graph, world: dict) -> None:
    graph.driver.execute_query("MATCH (n:Person|Organisation|Handover|Merge|MergedTie|MergedEntry) DETACH DELETE n")
    graph.driver.execute_query("MERGE (r:Region {code: $region}) SET r.revision = 0, r.name = 'Regio'", region=REGION)
    ties = [row for row in world["ties"] if row[0] != row[1]]
    graph.driver.execute_query(WRITE, region=REGION, **world | {"ties": [list(row) for row in ties]})
    refresh_region(graph, HERE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(world=WORLDS, pair=st.sampled_from([("p0", "p1"), ("p1", "p0"), ("o0", "o1"), ("o2", "o0")]))
def test_a_merge_that_is_taken_back_leaves_everything_as_it_was(graph, world, pair):
    write(graph, world)
    before = everything(graph)
    made = merge(graph, HERE, *pair)
    [row] = graph.driver.execute_query(
        "OPTIONAL MATCH (g:Person|Organisation {id: $gone}) "
        "RETURN g IS NULL AS is_gone, COUNT { (k:Person|Organisation {id: $kept})--(k) } AS itself",
        kept=pair[0],
        gone=pair[1],
    ).records
    assert (row["is_gone"], row["itself"]) == (True, 0)
    assert everything(graph) != before
    take_back(graph, HERE, made)
    assert everything(graph) == before


@pytest.fixture
def doubled(graph: Graph) -> Graph:
    """Ann Aerts stands there twice, once with her telephone number; Ben and Abe each know another of the two."""
    write_small_region(graph)
    graph.driver.execute_query(
        "MATCH (o:Organisation {id: 'beuk'}), (ben:Person {id: 'ben'}), (ann:Person {id: 'ann'}) "
        "CREATE (p:Person {id: 'ann2', name: 'Ann  Áerts', phone: '06 2', email: 'ann2@beuk.example'}) "
        "SET ann.email = 'ann@akker.example' "
        "CREATE (p)-[:WORKS_AT {role: 'IB', since: date('2026-08-01')}]->(o) "
        "CREATE (p)-[:CONTACT {state: 'present', visibility: 'shared'}]->(ben), "
        "(p)-[:CONTACT {state: 'present', visibility: 'shared'}]->(ann)"
    )
    for region in (REGION, HIDDEN):
        refresh_region(graph, region_scope(region))
    return graph


def test_doubles_are_listed_and_a_merge_keeps_all_that_was_known(doubled, client_as):
    people, organisations = list_doubles(doubled, HERE, [])
    assert [(one.id, other.id) for one, other in people] == [("ann2", "ann")]
    assert organisations == []
    client = client_as(Role.SWV_MEDEWERKER)
    page = client.get("/dubbelen/ann/ann2").text
    assert "Ann Aerts en Ann  Áerts samenvoegen?" in page
    assert "06 2" in page
    client.post("/dubbelen/ann/ann2")
    assert client.get("/personen/ann2").status_code == 404
    page = client.get("/personen/ann").text
    for text in ("06 2", "ann@akker.example", "De Akker", "De Beuk"):
        assert text in page
    assert next((one.name, one.positions) for one in search(doubled, HERE, "aerts", Narrowing())) == (
        "Ann Aerts",
        (("IB", "De Akker"), ("IB", "De Beuk")),
    )
    [told] = list_merges(doubled, HERE)
    assert "Draai terug" in client.get("/dubbelen").text
    client.post(f"/samenvoegingen/{told.id}/terug")
    assert "Ann  Áerts" in client.get("/personen/ann2").text
    assert client.post(f"/samenvoegingen/{told.id}/terug").status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (p:Person {id: 'ann'}) SET p.phone = '06 3'",
        "MATCH (:Person {id: 'ann'})-[w:WORKS_AT]->(:Organisation {id: 'beuk'}) SET w.until = date()",
        "CREATE (:Person {id: 'new', email: 'ann2@beuk.example'})",
        "MATCH (o:Organisation {id: 'beuk'}) DETACH DELETE o",
    ],
)
def test_what_was_changed_since_is_not_taken_back(doubled, change):
    made = merge(doubled, HERE, "ann", "ann2")
    doubled.driver.execute_query(change)
    before = everything(doubled)
    with pytest.raises(RefusedError) as refused:
        take_back(doubled, HERE, made)
    assert refused.value.reason is Refusal.CHANGED
    assert everything(doubled) == before


def test_what_came_since_stays_with_who_stayed(doubled):
    made = merge(doubled, HERE, "ann", "ann2")
    doubled.driver.execute_query("MATCH (p:Person {id: 'ann'}) SET p.reachable = 'ma'")
    take_back(doubled, HERE, made)
    [row] = doubled.driver.execute_query("MATCH (p:Person {id: 'ann'}) RETURN p.reachable AS r, p.phone AS p").records
    assert (row["r"], row["p"]) == ("ma", None)


def test_two_merges_are_taken_back_in_turn(doubled):
    doubled.driver.execute_query("MATCH (p:Person {id: 'abe'}) SET p.name = 'Ann Aert'")
    refresh_region(doubled, HERE)
    before = everything(doubled)
    first = merge(doubled, HERE, "ann", "ann2")
    second = merge(doubled, HERE, "abe", "ann")
    with pytest.raises(RefusedError):
        take_back(doubled, HERE, first)
    take_back(doubled, HERE, second)
    take_back(doubled, HERE, first)
    assert everything(doubled) == before


def test_two_accounts_or_another_region_are_refused(doubled, client_as):
    client = client_as(Role.SWV_MANAGER)
    doubled.driver.execute_query(
        "UNWIND ['ann', 'ann2'] AS id MATCH (p:Person {id: id}) CREATE (:Account {id: id, email: id})-[:OF]->(p)"
    )
    with pytest.raises(RefusedError):
        merge(doubled, HERE, "ann", "ann2")
    assert "Allebei hebben een account" in client.get("/dubbelen/ann/ann2").text
    assert "Allebei hebben een account" in client.post("/dubbelen/ann/ann2", follow_redirects=True).text
    doubled.driver.execute_query("MATCH (a:Account {id: 'ann2'}) SET a.closed_at = datetime()")
    before = everything(doubled)
    made = merge(doubled, HERE, "ann", "ann2")
    [row] = doubled.driver.execute_query(
        "MATCH (a:Account)-[:OF]->(:Person {id: 'ann'}) RETURN collect(a.id) AS ids"
    ).records
    assert row["ids"] == ["ann"]
    take_back(doubled, HERE, made)
    assert everything(doubled) == before
    doubled.driver.execute_query(
        "MATCH (p:Person {id: 'ben'}), (o:Organisation {id: 'ver'}) CREATE (p)-[:WORKS_AT {role: 'gast'}]->(o)"
    )
    with pytest.raises(RefusedError):
        merge(doubled, HERE, "abe", "ben")


def test_nobody_merges_herself_or_two_with_different_names(doubled, client_as):
    client = client_as(Role.SWV_MEDEWERKER)
    [me] = doubled.driver.execute_query(
        "MATCH (p:Person)<-[:OF]-(:Account {role: 'swv_medewerker'}) SET p.name = 'Ann Aerts' RETURN p.id AS id"
    ).records
    before = everything(doubled)
    for pair in ((me["id"], "ann"), ("ann", me["id"]), ("abe", "ben"), ("akker", "beuk")):
        refused = client.post("/dubbelen/{}/{}".format(*pair), follow_redirects=True)
        assert "Vraag een collega" in refused.text or "De namen verschillen te veel" in refused.text
    assert everything(doubled) == before


def test_nothing_of_another_region_is_merged_or_taken_back(doubled, client_as, site):
    made = merge(doubled, HERE, "ann", "ann2")
    client = client_as(Role.SWV_MANAGER)
    for path in ("/dubbelen/vic/ann", "/dubbelen/ann/vic", "/dubbelen/ann/akker", "/dubbelen/ann/ann"):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 404
    other = client_as(Role.SWV_MANAGER, HIDDEN)
    assert other.post(f"/samenvoegingen/{made}/terug").status_code == 404
    assert "Aerts" not in other.get("/dubbelen").text


def both(call: Callable[..., object], *pairs: tuple[str, ...]) -> list[bool]:
    """Call it for both at the same moment; whether each found what it was to do."""
    outcomes, start = [], Barrier(len(pairs))

    def try_it(*arguments: str) -> None:
        start.wait()
        try:
            call(*arguments)
        except LookupError:
            outcomes.append(False)
        else:
            outcomes.append(True)

    threads = [Thread(target=try_it, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.parametrize("time", range(4))
def test_of_two_at_the_same_moment_one_merges_and_one_takes_back(doubled, time):
    before = everything(doubled)
    assert both(lambda *pair: merge(doubled, HERE, *pair), ("ann", "ann2"), ("ann2", "ann")) == [False, True]
    [made] = list_merges(doubled, HERE)
    assert both(lambda made: take_back(doubled, HERE, made), (made.id,), (made.id,)) == [False, True]
    assert everything(doubled) == before
