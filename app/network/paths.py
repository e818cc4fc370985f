"""Shortest ways, with the people along them."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.network.model import Network


@dataclass(frozen=True)
class Way:
    """A way that starts at an organisation.

    Attributes:
        people: The ids of who stands along it, in order.
        target: The id of the organisation where it ends.
    """

    people: tuple[str, ...]
    target: str


def nearest_steps(
    network: Network, sources: Iterable[str], targets: Iterable[str], leaving: str | None = None
) -> dict[str, int | None]:
    """How many ties each organisation is away from the nearest of the targets; None when there is no way.

    Args:
        network: The network.
        sources: Ids of organisations.
        targets: Ids of organisations.
        leaving: The id of a person to leave out.
    """
    starts, ends = list(sources), list(targets)
    found = network.ways.steps(starts, ends, None if leaving is None else network.place[leaving])
    ways = {start: [steps for end in ends if (steps := found[start, end]) is not None] for start in starts}
    return {start: min(steps, default=None) for start, steps in ways.items()}


def people_with_a_way(network: Network, targets: Iterable[str]) -> frozenset[str]:
    """Who can reach any of the targets, organisations by their ids, over people who know each other."""
    return frozenset(network.people[vertex] for vertex in network.ways.reaching(targets))


def shortest_way(network: Network, source: str, targets: Iterable[str], leaving: str | None = None) -> Way | None:
    """A shortest way from an organisation to the nearest of others; None when there is none.

    Args:
        network: The network.
        source: The id of an organisation.
        targets: Ids of organisations.
        leaving: The id of a person to leave out.
    """
    found = network.ways.shortest(source, targets, None if leaving is None else network.place[leaving])
    return found and Way(tuple(network.people[vertex] for vertex in found[0]), found[1])
