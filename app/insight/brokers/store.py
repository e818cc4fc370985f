"""The region's network and the answer about brokers, kept for as long as the region's revision stands."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from functools import lru_cache, partial

from app.insight.brokers.model import BrokersAnswer, Evidence, Organisation, Person, RegionNetwork, Roles
from app.insight.brokers.rules import explain, rank
from app.network import Network
from app.platform.access import Revision, Scope
from app.platform.graph import Graph


@lru_cache(maxsize=32)
def region_network(graph: Graph, scope: Scope, revision: Revision) -> RegionNetwork:  # noqa: ARG001 - keys the cache
    """The people of the region and the ties that the viewer may be told of.

    Args:
        graph: The database.
        scope: How far the viewer sees.
        revision: The region's revision; another one is another network.
    """
    found = graph.read("insight/list_organisations", scope=scope.parameters())
    organisations = {row["id"]: Organisation(**row.data()) for row in found}
    rows = graph.read("insight/list_ties", scope=scope.parameters())
    members: dict[str, list[str]] = {organisation: [] for organisation in organisations}
    people = {}
    ties: list[tuple[str, str]] = []
    wishes: list[tuple[str, str]] = []
    days: list[date] = []
    for person, name, positions, knows, wants, latest in rows:
        home = positions[0]
        people[person] = Person(person, name, home["role"], organisations[home["organisation"]])
        for organisation in {position["organisation"] for position in positions}:
            members[organisation].append(person)
        ties += ((person, alter) for alter in knows)
        wishes += ((person, alter) for alter in wants)
        days += [latest.to_native()] if latest else []
    network = Network.from_ties(people, ties, {organisation: tuple(ids) for organisation, ids in members.items()})
    return RegionNetwork(people, organisations, network, tuple(wishes), max(days, default=None))


def people_of_theme(graph: Graph, scope: Scope, theme: str) -> frozenset[str] | None:
    """The ids of who worked on a referral of this theme; None for no theme, which leaves nobody out."""
    if not theme:
        return None
    [row] = graph.read("insight/list_people_of_theme", scope=scope.parameters(), theme=theme)
    return frozenset(row["people"])


@lru_cache(maxsize=32)
def answer(graph: Graph, scope: Scope, revision: Revision) -> BrokersAnswer:
    """Who joins others in this region, who matters most first.

    Args:
        graph: The database.
        scope: How far the viewer sees.
        revision: The region's revision; another one is another answer.
    """
    # The database counts while we lay out the network; the context carries the reader's bookmarks along.
    with ThreadPoolExecutor(1) as pool:
        read = partial(graph.read, "insight/count_broker_roles", scope=scope.parameters())
        counting = pool.submit(copy_context().run, read)
        region = region_network(graph, scope, revision)
    roles = {person: Roles(*counts) for person, *counts in counting.result()}
    return BrokersAnswer(rank(region, roles), len(region.people), region.ties, region.latest)


def evidence(graph: Graph, scope: Scope, revision: Revision, person: str) -> Evidence | None:
    """Why somebody stands in the answer; None when she does not.

    Args:
        graph: The database.
        scope: How far the viewer sees.
        revision: The region's revision.
        person: The person's id.
    """
    for row in answer(graph, scope, revision).rows:
        if row.person.id == person:
            return explain(region_network(graph, scope, revision), row)
    return None
