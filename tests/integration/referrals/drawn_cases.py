"""Cases drawn at random, between three organisations where some people stayed and others left."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from app.platform.graph import Graph

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
def cases(draw: st.DrawFn, most: int = 8) -> list[Row]:
    """A handful of cases, one or another of them closed."""
    made = draw(st.lists(steps(), max_size=most))
    closed = st.sampled_from((None, None, None, date.today()))
    return [{"number": f"A-{n}", "steps": found, "closed": draw(closed)} for n, found in enumerate(made)]


def put(graph: Graph, region: str, made: list[Row], norm: int | None = None) -> None:
    """Put cases in the database, in a region of three organisations with this norm for waiting."""
    graph.driver.execute_query(WORLD, region=region, places=PLACES, cases=made, norm=norm)
