"""Ontbrekende schakels: the page's answer beside its bare Cypher, and beside the same five rules by plain loops."""

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

import networkx as nx

from app.insight.links import store
from app.platform.access import Scope
from app.platform.graph import Graph
from bench.measure import median

SCHOOLS = {"bao", "sbo", "so", "vso"}
REVISION = 0

# All rows of the region, as they lie there; the rules below look at nothing else.
ORGANISATIONS = """
MATCH (:Region {code: $region})<-[:IN_REGION]-(o:Organisation)
RETURN o.id AS id, o.kind AS kind, o.municipality AS municipality"""
POSITIONS = """
MATCH (:Region {code: $region})<-[:IN_REGION]-(o:Organisation)<-[w:WORKS_AT]-(p:Person)
RETURN p.id AS person, o.id AS place, toLower(w.role) AS role, w.since AS since, w.until AS until"""
TIES = """
MATCH (:Region {code: $region})<-[:IN_REGION]-(:Organisation)<-[:WORKS_AT]-(p:Person)
MATCH (p)-[c:CONTACT]->(x)
RETURN DISTINCT p.id AS ego, x.id AS alter, c.state AS state, c.visibility AS visibility,
  c.declined_at IS NOT NULL AS declined"""
PARTIES = """
MATCH (:Region {code: $region})<-[:IN_REGION]-(r:Referral)-[:STEP]->(:Handover)-[:FROM|TO]->(o:Organisation)
RETURN DISTINCT r.number AS number, o.id AS place"""


def run(graph: Graph, scope: Scope) -> list[tuple[str, float]]:
    """Medians, in seconds, all from the same database."""

    def cold() -> None:
        forget()
        store.answer(graph, scope, REVISION)

    def bare(names: tuple[str, ...]) -> None:
        graph.read_together(names, scope=scope.parameters())

    return [
        ("answer, nothing kept", median(cold)),
        ("answer, kept", median(lambda: store.answer(graph, scope, REVISION))),
        ("bare Cypher", median(lambda: bare(store.QUERIES))),
        *((f"bare Cypher, {name}", median(lambda name=name: bare((name,)))) for name in store.QUERIES),
        ("networkx", median(lambda: by_hand(Rows.read(graph, scope)), times=3)),
    ]


def forget() -> None:
    """Let go of the answers that are kept."""
    store.answer.cache_clear()


class Norm(NamedTuple):
    """A fixed contact that a school should have."""

    schools: set[str]
    kinds: set[str]
    role: str | None
    near: str


NORMS = {
    "ondersteuner": Norm(SCHOOLS, {"swv"}, "ondersteuner", "region"),
    "wijkteam": Norm(SCHOOLS, {"wijkteam"}, None, "municipality"),
    "jgz": Norm(SCHOOLS, {"jgz"}, None, "nearest"),
    "speciaal": Norm({"bao"}, {"sbo", "so"}, None, "region"),
}


class Rows:
    """The region's rows, sorted out in dictionaries."""

    def __init__(self, organisations: Any, positions: Any, ties: Any, parties: Any, visible: tuple[str, ...]) -> None:
        self.kind = {row["id"]: row["kind"] for row in organisations}
        self.municipality = {row["id"]: row["municipality"] for row in organisations}
        self.staff: dict[str, dict[str, str]] = defaultdict(dict)
        today = date.today()
        for row in positions:
            if (row["since"] or today) <= today <= (row["until"] or today):
                self.staff[row["place"]][row["person"]] = row["role"]
        self.people = {person for staff in self.staff.values() for person in staff}
        self.places = {p: {o for o, staff in self.staff.items() if p in staff} for p in self.people}
        self.seen = {
            (row["ego"], row["alter"])
            for row in ties
            if row["state"] == "present" and not row["declined"] and row["visibility"] in visible
        }
        self.desired = {
            (row["ego"], row["alter"]) for row in ties if row["state"] == "desired" and row["visibility"] in visible
        }
        handled = defaultdict(set)
        for row in parties:
            if row["place"] in self.kind:
                handled[row["number"]].add(row["place"])
        self.cases = Counter(pair for places in handled.values() for pair in combinations(sorted(places), 2))
        self.known = nx.Graph(tie for tie in self.seen if tie[0] in self.people and tie[1] in self.people)

    @classmethod
    def read(cls, graph: Graph, scope: Scope) -> "Rows":
        """Read them, a row per row."""
        texts = ORGANISATIONS, POSITIONS, TIES, PARTIES
        read = [graph.driver.execute_query(text, region=scope.region).records for text in texts]  # type: ignore[arg-type]
        return cls(*read, visible=scope.visibilities)

    def knows(self, own: set[str], ends: set[str]) -> bool:
        """Whether one of the own is among the ends, or has a tie with any, whoever tells of it."""
        return bool(own & ends) or any((a, b) in self.seen or (b, a) in self.seen for a in own for b in ends)


def by_hand(rows: Rows) -> dict[str, Any]:
    """What each rule finds, in a form that says no more than it must."""
    return {
        "norm": norm_gaps(rows),
        "same-cases": same_cases(rows),
        "one-sided": one_sided(rows),
        "wanted": wanted(rows),
        "near-miss": near_misses(rows),
    }


def norm_gaps(rows: Rows) -> dict[str, set[str]]:
    """The norms that each school misses."""
    found = defaultdict(set)
    for school, kind in rows.kind.items():
        for code, norm in NORMS.items():
            partners = [o for o, other in rows.kind.items() if other in norm.kinds]
            near = [o for o in partners if rows.municipality[o] and rows.municipality[o] == rows.municipality[school]]
            if norm.near == "municipality" or (norm.near == "nearest" and near):
                partners = near
            people = {p for o in partners for p, role in rows.staff[o].items() if norm.role in {None, role}}
            ends = people | (set(partners) if norm.role is None else set())
            if kind in norm.schools and people and not rows.knows(set(rows.staff[school]), ends):
                found[school].add(code)
    return dict(found)


def same_cases(rows: Rows) -> dict[tuple[str, str], int]:
    """How many referrals each pair shares of whom nobody knows anybody; two at the least."""
    shared = ((pair, cases) for pair, cases in rows.cases.items() if cases >= 2)
    sides = ((pair, cases, *({end, *rows.staff[end]} for end in pair)) for pair, cases in shared)
    return {pair: cases for pair, cases, one, other in sides if not rows.knows(one, other)}


def one_sided(rows: Rows) -> dict[tuple[str, str], tuple[int, set[tuple[str, str]]]]:
    """By pair of organisations with shared cases: how many, and the ties of which one end tells."""
    found: dict[tuple[str, str], tuple[int, set[tuple[str, str]]]] = {}
    for ego, alter in rows.seen:
        if alter in rows.people and ego in rows.people and (alter, ego) not in rows.seen:
            for one in rows.places[ego]:
                for other in rows.places[alter] - {one}:
                    pair = min(one, other), max(one, other)
                    if rows.cases[pair]:
                        found.setdefault(pair, (rows.cases[pair], set()))[1].add((ego, alter))
    return found


def wanted(rows: Rows) -> dict[tuple[str, str], int | None]:
    """The length of the shortest way to each wanted contact; None where it is longer than four steps."""
    found = {}
    for ego, alter in rows.desired:
        goals = {alter} & rows.people or set(rows.staff.get(alter, ()))
        if ego in rows.people and (alter in rows.people or alter in rows.kind):
            reach = nx.single_source_shortest_path_length(rows.known, ego, 4) if ego in rows.known else {}
            found[ego, alter] = min((reach[goal] for goal in goals - {ego} if goal in reach), default=None)
    return found


def near_misses(rows: Rows) -> dict[tuple[str, str], float]:
    """The resource allocation index of every untied pair of different organisations with three common contacts."""
    untied = [
        (one, other)
        for one, other in combinations(sorted(rows.known), 2)
        if not {(one, other), (other, one)} & rows.seen and not rows.places[one] & rows.places[other]
    ]
    scored = nx.resource_allocation_index(rows.known, untied)
    return {(u, v): score for u, v, score in scored if score and len(list(nx.common_neighbors(rows.known, u, v))) >= 3}
