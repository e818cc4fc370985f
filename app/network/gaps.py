"""Ties that are not there, where one would expect them; and who joins what is apart."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from app.network.model import Network


@dataclass(frozen=True)
class NearMiss:
    """Two people without a tie who have contacts in common.

    Attributes:
        one: Id of a person.
        other: Id of a person.
        score: The sum, over their common contacts, of one divided by how many people that contact knows.
        common: The ids of their common contacts, the one who knows the fewest first.
    """

    one: str
    other: str
    score: float
    common: tuple[str, ...]


def near_misses(network: Network, limit: int) -> tuple[NearMiss, ...]:
    """The pairs without a tie that have most in common, by resource allocation.

    Args:
        network: The network.
        limit: How many pairs at the most.

    Source: Zhou, Lü & Zhang 2009.
    """
    if network.too_small:
        return ()
    friends = network.known.get_adjlist()
    tied = [set(row) for row in friends]
    scores: Counter[tuple[int, int]] = Counter()
    for row in friends:
        share = 1 / len(row) if row else 0
        for one, other in combinations(row, 2):
            if other not in tied[one]:
                scores[one, other] += share  # type: ignore[assignment]
    best = nsmallest(limit, scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        NearMiss(
            network.people[one],
            network.people[other],
            score,
            tuple(network.people[v] for v in sorted(tied[one] & tied[other], key=lambda v: (len(tied[v]), v))),
        )
        for (one, other), score in best
    )


def joined_groups(network: Network, person: str, group_of: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """How often this person joins someone of one group to someone of another who has no tie to them.

    Args:
        network: The network.
        person: The id of somebody in it.
        group_of: The group of everybody in it.

    Returns:
        By the groups of a and c: the number of open triads a → person → c, without a → c.

    Source: Gould & Fernandez 1989.
    """
    told, here = network.told, network.place[person]
    return Counter(
        (group_of[network.people[a]], group_of[network.people[c]])
        for a in told.predecessors(here)
        for c in set(told.successors(here)) - set(told.successors(a)) - {a}
    )
