"""Two people change one case at the same moment: one goes through, and the other is told what happened meanwhile."""

from datetime import date
from threading import Barrier, Thread

import pytest

from app.entry import store as lines_store
from app.entry.leaving import store as leaving
from app.platform.access import Scope
from app.referrals import changes
from app.referrals.changes import Meanwhile
from app.referrals.rules import Outcome, Reason
from tests.integration.referrals.small_region import CARE, SCHOOL, SWV, TEAM


def race(*moves) -> list[object]:
    """Make the moves at the same moment; what each came to: True, or what it raised."""
    start, outcomes = Barrier(len(moves)), [None] * len(moves)

    def run(place: int, move) -> None:
        start.wait()
        try:
            move()
            outcomes[place] = True
        except Exception as error:
            outcomes[place] = error

    threads = [Thread(target=run, args=(place, move)) for place, move in enumerate(moves)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def check_one_won(outcomes: list[object]) -> None:
    assert outcomes.count(True) == 1, outcomes
    assert sum(isinstance(outcome, Meanwhile) for outcome in outcomes) == len(outcomes) - 1, outcomes


def test_of_handovers_at_the_same_moment_one_goes_through(region):
    region.open()
    region.do(TEAM, "aannemen")
    scope, graph = region.scope(TEAM), region.graph
    for turn in range(3):
        stamp = region.stamp()
        takers = [region.organisation(place) for place in (CARE, SWV, SCHOOL, CARE)]
        check_one_won(
            race(*(lambda to=to: changes.hand_over(graph, scope, "A-1", stamp, to, None) for to in takers))  # noqa: B023
        )
        steps = region.steps()
        assert [step["n"] for step in steps] == [1, 2], turn
        changes.take_back(graph, scope, "A-1", region.stamp())
    assert region.audit().count("referrals.hand_over") == 3


def test_accepting_declining_and_taking_back_exclude_each_other(region):
    team, school, graph = region.scope(TEAM), region.scope(SCHOOL), region.graph
    for number in ("A-1", "A-2", "A-3"):
        region.open(number)
        region.age(3, number)
        stamp = region.stamp(number)
        check_one_won(
            race(
                lambda: changes.accept(graph, team, number, stamp),  # noqa: B023
                lambda: changes.accept(graph, team, number, stamp),  # noqa: B023
                lambda: changes.decline(graph, team, number, stamp, Reason.FULL, None),  # noqa: B023
                lambda: changes.take_back(graph, school, number, stamp),  # noqa: B023
            )
        )
        steps = region.steps(number)
        assert [step["n"] for step in steps] == list(range(1, len(steps) + 1))
        assert sum(step["accepted"] for step in steps) == 1


def test_closing_and_handing_over_exclude_each_other(region):
    region.open()
    region.do(TEAM, "aannemen")
    scope, graph, stamp = region.scope(TEAM), region.graph, region.stamp()
    outcomes = race(
        lambda: changes.close(graph, scope, "A-1", stamp, Outcome.PLACED),
        lambda: changes.hand_over(graph, scope, "A-1", stamp, region.organisation(CARE), None),
    )
    check_one_won(outcomes)
    [record] = graph.driver.execute_query("MATCH (r:Referral) RETURN r.closed IS NOT NULL AS closed").records
    assert record["closed"] == (len(region.steps()) == 1)


def test_the_same_number_is_opened_once(region):
    graph, scope = region.graph, region.scope(SCHOOL)
    steps = [changes.NewStep(region.organisation(SCHOOL), region.organisation(place)) for place in (TEAM, CARE)]
    outcomes = race(*(lambda step=step: changes.open_case(graph, scope, "A-1", "gedrag", step) for step in steps))
    assert outcomes.count(True) == 1
    assert sum(isinstance(outcome, changes.NumberTaken) for outcome in outcomes) == 1
    assert len(region.steps()) == 1


def test_the_second_reads_what_the_first_did(region):
    region.open()
    stamp = region.stamp()
    region.do(TEAM, "aannemen")
    page = region.client(TEAM).post("/aanvragen/A-1/afwijzen", data={"stamp": stamp, "reason": "full"})
    assert page.status_code == 409
    assert "U hebt de regie al." in page.text
    page = region.client(SCHOOL).post("/aanvragen/A-1/terugnemen", data={"stamp": stamp})
    assert page.status_code == 409
    assert "Iemand anders was eerder: Iemand van Team van Team heeft nu de regie." in page.text
    assert [step["accepted"] for step in region.steps()] == [True]


@pytest.fixture
def colleague(region) -> Scope:
    """Somebody who works at the team too, and follows whoever leaves it."""
    region.graph.driver.execute_query(
        "MATCH (o:Organisation {id: $id}) "
        "CREATE (:Person {id: 'bob', name: 'Bob Bos', email: 'bob@team.example'})-[:WORKS_AT {role: 'x'}]->(o)",
        id=region.organisation(TEAM),
    )
    return Scope(region.region, "bob", (region.organisation(TEAM),))


def leave(region) -> str:
    """Let the person of the team leave, and her colleague follow."""
    scope = region.scope(TEAM)
    [line] = [line for line in lines_store.list_lines(region.graph.read, scope) if line.kind == "functie"]
    bob = leaving.Successor("bob@team.example", "Bob Bos")
    return leaving.leave(region.graph, scope, line.key, date.today(), bob, [])


def test_who_hands_over_what_her_colleague_leaves_to_another_is_told(region, colleague):
    region.open()
    region.do(TEAM, "aannemen")
    stamp, page = region.stamp(), region.client(TEAM)
    departure = leave(region)
    sent = {"stamp": stamp, "taker": region.organisation(CARE), "confirmed": "ja"}
    answer = page.post("/aanvragen/A-1/overdragen", data=sent)
    assert answer.status_code == 409
    assert "Iemand anders was eerder: Bob Bos van Team heeft nu de regie." in answer.text
    stamp = region.stamp()
    leaving.stay(region.graph, region.scope(TEAM), departure)
    assert region.stamp() != stamp
    assert [step["taken_by"] for step in region.steps()] == ["Iemand van Team"]


def test_leaving_and_handing_over_at_the_same_moment_lose_nothing(region, colleague):
    cases = [f"A-{turn}" for turn in range(6)]
    for number in cases:
        region.open(number)
        region.do(TEAM, "aannemen", number)
    graph, to = region.graph, region.organisation(CARE)
    stamps = {number: region.stamp(number) for number in cases}
    moves = [lambda n=n: changes.hand_over(graph, colleague, n, stamps[n], to, None) for n in cases]
    gone, *outcomes = race(lambda: leave(region), *moves)
    assert gone is True
    for number, outcome in zip(cases, outcomes, strict=True):
        steps = region.steps(number)
        if outcome is True:
            assert [step["taken_by"] for step in steps] == ["Bob Bos", None], (
                "it had gone on, and the lead is her successor's"
            )
        else:
            assert isinstance(outcome, Meanwhile)
            assert [step["taken_by"] for step in steps] == ["Bob Bos"]
