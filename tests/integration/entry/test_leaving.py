"""Leaving a position: what goes to the successor, checked against a plain reckoning, and all of it taken back."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from random import Random
from threading import Barrier

import pytest

from app.entry import store as lines_store
from app.entry.leaving import store
from app.entry.leaving.store import Successor
from tests.integration.entry.town import EVENTS, PAGE, everything, one, scope_of
from tests.support.site import REGION

LAST = date.today() + timedelta(days=30)
BOB = Successor("bob@dorp.example", "Bob Bos")
STAY = re.compile(r'action="(/klopt-dit-nog/vertrek/[\w-]+/ongedaan)"')
WORLD = """
UNWIND $ties AS row
MATCH (a:Person {id: row.ego}) MATCH (b {id: row.alter}) WHERE b:Person OR b:Organisation
CREATE (a)-[:CONTACT {state: row.state, visibility: row.visibility, strength: 3, note: 'eigen'}]->(b)
WITH count(*) AS ties
UNWIND $declined AS row
MATCH (:Person {id: row[1]})-[c:CONTACT]->(:Person {id: row[0]}) SET c.declined_at = datetime()
WITH count(*) AS declined
UNWIND $cases AS row
CREATE (r:Referral {id: row.id, number: row.id, opened: date(), closed: CASE WHEN row.closed THEN date() END})
WITH row, r
UNWIND range(0, size(row.steps) - 1) AS n
MATCH (o:Organisation {id: row.steps[n][0]}) MATCH (p:Person {id: row.steps[n][1]})
CREATE (r)-[:STEP {n: n + 1}]->(h:Handover {id: row.id + toString(n)})-[:TO]->(o)
CREATE (h)-[:FOR]->(p)
"""


def random_world(graph, seed: int) -> dict:
    """Ties and cases of every sort among the people of the town."""
    dice, people, ends = Random(seed), ["ann", "bob", "cas"], ["ann", "bob", "cas", "dot", "team", "school", "far"]
    states, visibilities = ["present", "absent", "desired"], ["private", "introductions", "shared"]
    pairs = [(a, b) for a in people for b in ends if a != b and (a == "ann" or dice.random() < 0.3)]
    world = {
        "ties": [
            {"ego": a, "alter": b, "state": dice.choice([*states, "present"]), "visibility": dice.choice(visibilities)}
            for a, b in pairs
        ],
        "declined": [[b, a] for a, b in pairs if b in people and dice.random() < 0.2] or [["dot", "bob"]],
        "cases": [
            {
                "id": f"Z{number}",
                "closed": dice.random() < 0.3,
                "steps": [[dice.choice(["team", "school"]), dice.choice(people)] for _ in range(dice.randint(1, 3))],
            }
            for number in range(8)
        ],
    }
    graph.driver.execute_query(WORLD, **world)
    return world


def reckon(world: dict, private: list[str]) -> tuple[set, set]:
    """Whom Bob has still to meet and which handovers become his, when Ann leaves the wijkteam to him."""
    declined = {tuple(pair) for pair in world["declined"]}
    known = {tie["alter"] for tie in world["ties"] if tie["ego"] == "bob"}
    elsewhere = {"dot", "far"}
    wished = {
        (tie["alter"], tie["visibility"])
        for tie in world["ties"]
        if tie["ego"] == "ann" and tie["state"] == "present" and tie["alter"] not in {*known, *elsewhere, "bob"}
        if (tie["visibility"] != "private" or tie["alter"] in private) and (tie["alter"], "ann") not in declined
    }
    cases = {
        f"{case['id']}{len(case['steps']) - 1}"
        for case in world["cases"]
        if not case["closed"] and case["steps"][-1] == ["team", "ann"]
    }
    return wished, cases


def position_at(graph, person: str, organisation: str) -> str:
    """The key of somebody's position."""
    lines = lines_store.list_lines(graph.read, scope_of(person))
    return next(line.key for line in lines if line.kind == "functie" and line.about == organisation)


@pytest.mark.parametrize("seed", range(8))
def test_what_goes_to_the_successor_and_all_of_it_back(client, graph, seed):
    world = random_world(graph, seed)
    private = [tie["alter"] for tie in world["ties"] if tie["ego"] == "ann" and tie["visibility"] == "private"][:1]
    wished, cases = reckon(world, private)
    before = everything(graph)
    counts = store.preview(graph, scope_of("ann"), "team")

    departure = store.leave(graph, scope_of("ann"), position_at(graph, "ann", "team"), LAST, BOB, private)

    made = graph.driver.execute_query(
        "MATCH (:Person {id: 'bob'})-[c:CONTACT]->(a) WHERE c.handed_over_from = 'ann' RETURN a.id, c.visibility, "
        "c.state, c.note, c.strength"
    ).records
    assert {(row[0], row[1]) for row in made} == wished
    assert all(row[2:] == ("desired", None, None) for row in map(tuple, made))
    moved = one(graph, "MATCH (:EntryUndo)-[:MOVED]->(h)-[:FOR]->(:Person {id: 'bob'}) RETURN collect(h.id)")
    assert set(moved) == cases
    assert counts.cases == len(cases)
    assert one(graph, "MATCH (:Person {id: 'ann'})-[w:WORKS_AT]->({id: 'team'}) RETURN w.until").to_native() == LAST
    assert one(graph, "MATCH (:Person {id: 'bob'})-[w:WORKS_AT]->({id: 'team'}) RETURN count(w)") == 1
    assert one(graph, EVENTS, region=REGION)[-1] == "entry.leave"

    store.stay(graph, scope_of("ann"), departure)
    assert everything(graph) == before
    assert one(graph, EVENTS, region=REGION)[-1] == "entry.stay"


@pytest.mark.parametrize("successor", [Successor("nieuw@dorp.example", "Nel Nieuw"), None])
def test_somebody_new_or_nobody_yet_is_taken_back_too(client, graph, successor):
    random_world(graph, 1)
    before = everything(graph)
    departure = store.leave(graph, scope_of("ann"), position_at(graph, "ann", "team"), LAST, successor, [])
    hired = "MATCH (p:Person {name: 'Nel Nieuw'})-[w:WORKS_AT]->({id: 'team'}) RETURN count(w)"
    assert one(graph, hired) == (1 if successor else 0)
    assert one(graph, "MATCH (t:Task {kind: 'successor'}) RETURN count(t)") == (0 if successor else 1)
    store.stay(graph, scope_of("ann"), departure)
    assert everything(graph) == before


def test_nobody_of_another_region_is_drawn_in_by_her_address(client, graph):
    random_world(graph, 1)
    far = Successor("dot@dorp.example", "Dot")
    before = everything(graph)
    with pytest.raises(store.NoSuccessorError):
        store.leave(graph, scope_of("ann"), position_at(graph, "ann", "team"), LAST, far, [])
    assert everything(graph) == before


# A wish that she wrote something on has a version, whatever its state.
@pytest.mark.parametrize("made", ["c.state = 'present'", "c.note = 'Van mij', c.version = 1"])
def test_what_the_successor_made_of_it_stays_hers(client, graph, made):
    graph.driver.execute_query(
        "MATCH (a {id: 'ann'}), (c {id: 'cas'}) CREATE (a)-[:CONTACT {state: 'present', visibility: 'shared'}]->(c)"
    )
    departure = store.leave(graph, scope_of("ann"), position_at(graph, "ann", "team"), LAST, BOB, [])
    graph.driver.execute_query(f"MATCH ({{id: 'bob'}})-[c:CONTACT]->({{id: 'cas'}}) SET {made}")
    store.stay(graph, scope_of("ann"), departure)
    assert one(graph, "MATCH ({id: 'bob'})-[c:CONTACT]->({id: 'cas'}) RETURN count(c)") == 1


def test_she_sees_what_she_hands_over_before_she_does(client, graph):
    graph.driver.execute_query(
        "MATCH (a {id: 'ann'}), (s {id: 'school'}), (c {id: 'cas'}), (d {id: 'dot'}) "
        "CREATE (a)-[:CONTACT {state: 'present', visibility: 'shared'}]->(s) "
        "CREATE (a)-[:CONTACT {state: 'present', visibility: 'private'}]->(c) "
        "CREATE (a)-[:CONTACT {state: 'present', visibility: 'private'}]->(d)"
    )
    ann, address = client("ann"), f"{PAGE}/functie/{position_at(graph, 'ann', 'team')}/vertrek"
    page = ann.get(address).text
    assert "Cas Kroon" in page
    assert "Dot Deen" not in page
    before = everything(graph)
    data = {"last_day": LAST.isoformat(), "follows": "collega", "colleague": BOB.email}
    answer = ann.post(address, data=data)
    assert "Bob Bos volgt u op" in answer.text
    assert "Cas Kroon" not in answer.text
    assert everything(graph) == before
    answer = ann.post(address, data={**data, "seen": "1"}, follow_redirects=True)
    assert "laatste dag" in answer.text
    [stay] = STAY.findall(answer.text)
    assert client("bob").post(stay).status_code == 404
    assert "U werkt er weer" in ann.post(stay, follow_redirects=True).text
    assert everything(graph) == before
    assert ann.post(stay).status_code == 404


WRONG = [
    ({"last_day": ""}, "Vul een dag in"),
    ({"last_day": (date.today() - timedelta(days=367)).isoformat()}, "hooguit een jaar geleden"),
    ({"last_day": (date.today() + timedelta(days=367)).isoformat()}, "een jaar vooruit"),
    ({"colleague": "cas@dorp.example"}, "Kies een collega uit de lijst"),
    ({"follows": "nieuw", "email": "nel@dorp.example"}, "Vul de naam in"),
    ({"follows": "nieuw", "name": "Nel", "email": "nel"}, "naam@school.nl"),
]


@pytest.mark.parametrize(("typed", "message"), WRONG)
def test_what_is_wrong_is_said_at_the_field(client, graph, typed, message):
    ann, address = client("ann"), f"{PAGE}/functie/{position_at(graph, 'ann', 'team')}/vertrek"
    data = {"last_day": LAST.isoformat(), "follows": "collega", "colleague": BOB.email, "seen": "1", **typed}
    answer = ann.post(address, data=data)
    assert answer.status_code == 422
    assert message in answer.text
    assert one(graph, "MATCH ({id: 'ann'})-[w:WORKS_AT]->() RETURN count(w.until)") == 0


def test_without_a_successor_the_colleagues_are_asked_and_the_leaver_is_not(client, graph):
    ann, bob, cas = client("ann"), client("bob"), client("cas")
    address = f"{PAGE}/functie/{position_at(graph, 'ann', 'team')}/vertrek"
    data = {"last_day": LAST.isoformat(), "follows": "niemand", "seen": "1"}
    assert "Wie volgt op?" not in ann.post(address, data=data, follow_redirects=True).text
    assert "Wie volgt op?" not in cas.get(PAGE).text
    [done] = re.findall(r'action="(/klopt-dit-nog/opvolging/[\w-]+/klaar)"', bob.get(PAGE).text)
    assert cas.post(done).status_code == 404
    assert bob.post(done).status_code == 302
    assert "Wie volgt op?" not in bob.get(PAGE).text


def test_of_two_departures_at_the_same_moment_one_is_made(client, graph):
    key, start = position_at(graph, "ann", "team"), Barrier(2)

    def go(_number: int) -> bool:
        start.wait()
        try:
            return bool(store.leave(graph, scope_of("ann"), key, LAST, BOB, []))
        except LookupError:
            return False

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(go, range(2))) == [False, True]
    assert one(graph, "MATCH (u:EntryUndo) RETURN count(u)") == 1


def test_nobody_ends_the_position_of_another(client, graph):
    address = f"{PAGE}/functie/{position_at(graph, 'ann', 'team')}/vertrek"
    for other in ("bob", "cas", "dot"):
        assert client(other).get(address).status_code == 404
        assert client(other).post(address, data={"seen": "1"}).status_code == 404


def test_after_a_day_there_is_no_way_back(client, graph):
    departure = store.leave(graph, scope_of("ann"), position_at(graph, "ann", "team"), LAST, BOB, [])
    graph.driver.execute_query("MATCH (u:EntryUndo) SET u.at = datetime() - duration('P1DT1M')")
    with pytest.raises(LookupError):
        store.stay(graph, scope_of("ann"), departure)


def test_trying_who_is_known_elsewhere_is_limited(client, graph):
    ann, address = client("ann"), f"{PAGE}/functie/{position_at(graph, 'ann', 'team')}/vertrek"
    data = {"last_day": LAST.isoformat(), "follows": "nieuw", "name": "Dot", "email": "dot@dorp.example"}
    for _ in range(20):
        assert "niet kan opvolgen" in ann.post(address, data={**data, "seen": "1"}).text
    assert ann.post(address, data={**data, "seen": "1"}).status_code == 429
