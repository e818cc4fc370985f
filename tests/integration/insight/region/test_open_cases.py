"""The front page counts the cases that ask for attention exactly as the list of them shows them."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.insight.region.store import open_referrals
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from app.referrals import rules, store
from tests.support.site import DEMO_REGION, REGION

PLACES = ("school", "team", "care")
STAYED, LEFT, BOTH = "stayed", "left", "came back"
WORLD = """
MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'Proef', r.revision = 0
SET r.waiting_norm = $norm
WITH r
CALL (r) {
  UNWIND $places AS place
  CREATE (o:Organisation {id: place, name: place, kind: 'wijkteam'})-[:IN_REGION]->(r)
  CREATE (:Person {id: 'stayed-' + place, name: 'Nog hier'})-[:WORKS_AT]->(o)
  CREATE (:Person {id: 'left-' + place, name: 'Weg'})-[:WORKS_AT {until: date() - duration('P1D')}]->(o)
  CREATE (p:Person {id: 'came back-' + place, name: 'Terug'})-[:WORKS_AT {until: date() - duration('P9D')}]->(o)
  CREATE (p)-[:WORKS_AT {since: date()}]->(o)
}
CALL (r) {
  UNWIND $cases AS case
  CREATE (c:Referral {id: r.code + '/' + case.number, number: case.number, theme: 'taal', opened: case.steps[0].at})
  CREATE (c)-[:IN_REGION]->(r)
  SET c.closed = case.closed
  WITH c, case UNWIND case.steps AS step
  MATCH (giver:Organisation {id: step.giver})
  MATCH (taker:Organisation {id: step.taker})
  CREATE (c)-[:STEP {n: step.n}]->(h:Handover)
  SET h += step {.at, .accepted_at, .declined_at}
  CREATE (giver)<-[:FROM]-(h)-[:TO]->(taker)
  WITH h, step
  CALL (h, step) { MATCH (by:Person {id: step.by + '-' + step.giver}) CREATE (h)-[:BY]->(by) }
  CALL (h, step) { MATCH (for:Person {id: step.for + '-' + step.taker}) CREATE (h)-[:FOR]->(for) }
}
"""
Row = dict[str, Any]


@st.composite
def steps(draw: st.DrawFn) -> list[Row]:
    """The steps of a case: each accepted, declined or waiting; some by people who are gone, some by nobody known."""
    person = st.sampled_from((None, STAYED, LEFT, BOTH))
    ages = sorted(draw(st.lists(st.integers(0, 30), min_size=1, max_size=4)), reverse=True)
    made: list[Row] = []
    for n, age in enumerate(ages, 1):
        giver, taker = draw(st.permutations(PLACES))[:2]
        at, answer = date.today() - timedelta(age), draw(st.sampled_from(("accepted_at", "declined_at", "")))
        step = {"n": n, "giver": giver, "taker": taker, "by": draw(person), "for": None, "at": at}
        if answer:
            step |= {answer: at, "for": draw(person) if answer == "accepted_at" else None}
        made.append(step)
    return made


@st.composite
def cases(draw: st.DrawFn) -> list[Row]:
    """A handful of cases, one or another of them closed."""
    made = draw(st.lists(steps(), max_size=8))
    closed = st.sampled_from((None, None, None, date.today()))
    return [{"number": f"A-{n}", "steps": found, "closed": draw(closed)} for n, found in enumerate(made)]


def shown(graph: Graph, region: str) -> tuple[int, int]:
    """How many cases are open, and how many the list of *Zonder regie of te lang wachtend* has."""
    scope = region_scope(region)
    found = store.list_region(graph, scope)
    return len(found), len(rules.concerned(found, store.waiting_norm(graph, scope)))


def counted(graph: Graph, region: str) -> tuple[int, int]:
    """The same two, as the front page counts them."""
    found = open_referrals(graph, region_scope(region))
    return found.open, found.concerned


@examples(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=cases(), norm=st.sampled_from((None, 5, 14)))
def test_they_agree_on_any_cases(graph, database, made, norm):
    database.empty()
    graph.driver.execute_query(WORLD, region=REGION, places=PLACES, cases=made, norm=norm)
    assert counted(graph, REGION) == shown(graph, REGION)


def test_they_agree_on_the_fictitious_region_and_the_figure_leads_to_the_list(demo_graph, demo_client_as):
    number, concerned = shown(demo_graph, DEMO_REGION)
    assert counted(demo_graph, DEMO_REGION) == (number, concerned)
    assert concerned > 0
    manager = demo_client_as(Role.SWV_MANAGER)
    link = f'<a href="/aanvragen/wachtend">{concerned} zonder regie of te lang wachtend</a>'
    assert link in manager.get("/regio").text
    assert f"{concerned} van de {number} open aanvragen" in manager.get("/aanvragen/wachtend").text


def test_who_may_not_open_the_list_reads_the_figure_only(demo_client_as):
    page = demo_client_as(Role.AUDITOR).get("/regio").text
    assert "zonder regie of te lang wachtend" in page
    assert "/aanvragen/wachtend" not in page
