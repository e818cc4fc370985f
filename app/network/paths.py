"""Shortest ways, with the people along them."""

from collections.abc import Iterable
from math import isinf

from app.network.model import Network


def shortest_path(network: Network, one: str, other: str) -> tuple[str, ...]:
    """The people of a shortest way between two people, both included; () when there is none.

    Args:
        network: The network.
        one: The id of somebody in it.
        other: The id of somebody in it.
    """
    start, end = network.place[one], network.place[other]
    if isinf(network.known.distances(start, end)[0][0]):
        return ()
    return tuple(network.people[vertex] for vertex in network.known.get_shortest_path(start, end))


def shortest_way(network: Network, source: str, targets: Iterable[str], leaving: str | None = None) -> tuple[str, ...]:
    """The people along a shortest way from an organisation to the nearest of others; () when there is none.

    Args:
        network: The network.
        source: The id of an organisation.
        targets: Ids of organisations; those without people are passed over.
        leaving: The id of a person to leave out.
    """
    known_targets = [target for target in targets if target in network.members]
    if source not in network.members:
        return ()
    vertices = network.ways.shortest(source, known_targets, None if leaving is None else network.place[leaving])
    return tuple(network.people[vertex] for vertex in vertices)
