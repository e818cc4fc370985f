"""Bruggenbouwers: the page's answer beside its bare Cypher, and beside the same numbers by networkx."""

from collections import Counter
from collections.abc import Iterable, Mapping

import networkx as nx

from app.insight.brokers import store
from app.platform.access import Scope
from app.platform.graph import Graph
from bench.measure import median

QUERIES = (
    "insight/list_filter_options",
    "insight/list_organisations",
    "insight/list_ties",
    "insight/count_broker_roles",
)
REVISION = 0


def run(graph: Graph, scope: Scope) -> list[tuple[str, float]]:
    """Medians, in seconds, all from the same database."""

    def cold() -> None:
        forget()
        store.answer(graph, scope, REVISION)

    def bare() -> None:
        for query in QUERIES:
            graph.read(query, scope=scope.parameters())

    return [
        ("answer, nothing kept", median(cold)),
        ("answer, kept", median(lambda: store.answer(graph, scope, REVISION))),
        ("bare Cypher", median(bare)),
        ("networkx", median(lambda: measures_by_networkx(graph, scope), times=3)),
    ]


def forget() -> None:
    """Let go of every kept answer."""
    store.region_network.cache_clear()
    store.answer.cache_clear()


def measures_by_networkx(graph: Graph, scope: Scope) -> dict[str, tuple[float, float, Counter[str]]]:
    """Betweenness, constraint and roles of everybody in the region, by networkx and plain loops."""
    kinds = {row["id"]: row["kind"] for row in graph.read("insight/list_organisations", scope=scope.parameters())}
    people = graph.read("insight/list_ties", scope=scope.parameters())
    kind_of = {row["id"]: kinds[row["positions"][0]["organisation"]] for row in people}
    told = nx.DiGraph()
    told.add_nodes_from(kind_of)
    told.add_edges_from((row["id"], alter) for row in people for alter in row["knows"] if alter in kind_of)
    known = told.to_undirected()
    between, constrained = nx.betweenness_centrality(known), nx.constraint(known)
    roles = roles_by_hand(kind_of, told.edges)
    return {person: (between[person], constrained[person], roles[person]) for person in kind_of}


def roles_by_hand(kind_of: Mapping[str, str], ties: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Gould and Fernandez's roles, by looking at every a → b → c."""
    tied = set(ties)
    roles: dict[str, Counter[str]] = {person: Counter() for person in kind_of}
    around: dict[str, tuple[list[str], list[str]]] = {person: ([], []) for person in kind_of}
    for a, b in tied:
        around[b][0].append(a)
        around[a][1].append(b)
    for b, (sources, targets) in around.items():
        for a in sources:
            for c in targets:
                if a != c and (a, c) not in tied:
                    roles[b][role(kind_of[a], kind_of[b], kind_of[c])] += 1
    return roles


def role(a: str, b: str, c: str) -> str:
    """The broker's role when somebody of kind b joins one of kind a to one of kind c."""
    if a == b == c:
        return "coordinator"
    if b == c:
        return "gatekeeper"
    if a == b:
        return "representative"
    return "consultant" if a == c else "liaison"
