"""Measures of a person's place in the network; who knows whom counts without direction."""

from math import isnan

from app.network.model import Network


def betweenness(network: Network) -> dict[str, float | None]:
    """Tussenpositie: the share of shortest ways between two others that lead past each person, from 0 to 1.

    Source: Freeman 1977; computed after Brandes 2001.
    """
    n = len(network.people)
    if network.too_small:
        return dict.fromkeys(network.people)
    pairs = (n - 1) * (n - 2) / 2
    return {p: ways / pairs for p, ways in zip(network.people, network.known.betweenness(), strict=True)}


def constraint(network: Network) -> dict[str, float | None]:
    """Structurele gaten: how much each person's contacts lead back to each other; low is a bridge. None without ties.

    Source: Burt 1992.
    """
    if network.too_small:
        return dict.fromkeys(network.people)
    found = network.known.constraint()
    return {p: None if isnan(value) else value for p, value in zip(network.people, found, strict=True)}


def isolated_people(network: Network) -> tuple[str, ...]:
    """Who has no tie with anybody, in either direction. Source: after Moolenaar 2011."""
    return tuple(p for p, ties in zip(network.people, network.known.degree(), strict=True) if ties == 0)


def articulation_points(network: Network) -> frozenset[str]:
    """Whose leaving makes the network fall into more pieces. Source: Hopcroft & Tarjan 1973."""
    return frozenset(network.people[vertex] for vertex in network.known.articulation_points())
