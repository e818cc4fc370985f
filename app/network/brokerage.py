"""Who joins what is apart."""

from collections import Counter
from collections.abc import Mapping

from app.network.model import Network


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
