"""Trage routes: the answer beside its bare Cypher, and beside the same worked out in Python from the rows."""

from typing import Any

import networkx as nx

from app.insight.paths.store import answer, short_lines
from app.platform.access import Scope
from app.platform.graph import Graph
from bench.measure import median
from tests.integration.insight.paths.event_log import Row, read_loops, read_routes

REVISION = -1
EVERYTHING = {"municipality": "", "kind": "", "theme": ""}
ROWS = """
MATCH (r:Referral)-[:IN_REGION]->(:Region {code: $scope.region})
MATCH (r)-[step:STEP]->(h:Handover), (h)-[:FROM]->(giver:Organisation), (h)-[:TO]->(taker:Organisation)
OPTIONAL MATCH (h)-[:BY]->(by:Person)
OPTIONAL MATCH (h)-[:FOR]->(for:Person)
RETURN r.number, r.theme, r.opened, r.closed, step.n, giver.id, taker.id, h.at, h.accepted_at, by.id, for.id,
  giver.kind, taker.kind
"""
TIES = """
MATCH (:Region {code: $scope.region})<-[:IN_REGION]-(:Organisation)<-[:WORKS_AT]-(a:Person)-[c:CONTACT]->(b:Person)
WHERE c.state = 'present' AND c.declined_at IS NULL AND c.visibility IN $scope.visibilities
RETURN DISTINCT a.id, b.id
"""
STAFF = """
MATCH (o:Organisation)-[:IN_REGION]->(:Region {code: $scope.region})
MATCH (o)<-[w:WORKS_AT]-(p:Person) WHERE coalesce(w.since, date()) <= date() <= coalesce(w.until, date())
RETURN o.id, collect(p.id)
"""


def run(graph: Graph, scope: Scope) -> list[tuple[str, float]]:
    """Medians, in seconds, all from the same database; the short lines are those of the slowest route."""
    slowest = answer(graph, scope, REVISION).rows[0]
    starts, taker = list(slowest.starts), slowest.taker_id

    def cold() -> None:
        forget()
        answer(graph, scope, REVISION)

    def bare() -> None:
        [last] = graph.read("insight/find_last_event", scope=scope.parameters())
        names = "insight/list_referral_paths", "insight/find_loops"
        graph.read_together(names, scope=scope.parameters(), until=last["day"], **EVERYTHING)

    def bare_lines() -> None:
        graph.read("insight/find_short_lines", scope=scope.parameters(), start_ids=starts, taker_id=taker)

    return [
        ("answer, nothing kept", median(cold)),
        ("answer, kept", median(lambda: answer(graph, scope, REVISION))),
        ("bare Cypher", median(bare)),
        ("networkx", median(lambda: by_rows(graph, scope))),
        ("short lines", median(lambda: short_lines(graph, scope, slowest))),
        ("short lines, bare Cypher", median(bare_lines)),
        ("short lines, networkx", median(lambda: lines_by_networkx(graph, scope, starts, taker))),
    ]


def forget() -> None:
    """Keep no answer."""
    answer.cache_clear()


def by_rows(graph: Graph, scope: Scope) -> tuple[Any, Any]:
    """Routes and loops in plain Python from the rows; networkx itself has no measure of an event log."""
    rows, kinds = [], {}
    for record in graph.driver.execute_query(ROWS, scope=scope.parameters(), routing_="r").records:
        *values, giver_kind, taker_kind = (
            value.to_native() if hasattr(value, "to_native") else value for value in record
        )
        row = Row(*values)
        kinds |= {row.van: giver_kind, row.naar: taker_kind}
        rows.append(row)
    return read_routes(rows, kinds), read_loops(rows)


def lines_by_networkx(graph: Graph, scope: Scope, starts: list[str], taker: str) -> dict[str, list[str]]:
    """The shortest line of people from each organisation, by networkx on ties and staff."""
    told = nx.Graph(tuple(record) for record in graph.driver.execute_query(TIES, scope=scope.parameters()).records)
    staff = dict(tuple(record) for record in graph.driver.execute_query(STAFF, scope=scope.parameters()).records)
    told.add_edges_from((organisation, person) for organisation in (*starts, taker) for person in staff[organisation])
    ends = {*starts, taker}
    lines = {}
    for start in starts:
        between = told.subgraph(told.nodes - (ends - {start, taker}))
        if nx.has_path(between, start, taker):
            lines[start] = nx.shortest_path(between, start, taker)[1:-1]
    return lines
