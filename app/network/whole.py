"""Measures of the network as a whole."""

from app.network.model import Network


def reciprocity(network: Network) -> float | None:
    """Wederkerigheid: the share of the ties that the other tells too; None where there are no ties.

    Source: Wasserman & Faust 1994, chapter 13.
    """
    if network.too_small or not network.told.ecount():
        return None
    share: float = network.told.reciprocity()
    return share


def fragmentation(network: Network) -> float | None:
    """The share of pairs of people without any way between them.

    Source: Borgatti 2006, equation 4.
    """
    n = len(network.people)
    if network.too_small:
        return None
    sizes: list[int] = network.known.connected_components().sizes()
    return 1 - sum(size * (size - 1) for size in sizes) / (n * (n - 1))


def distance_weighted_fragmentation(network: Network) -> float | None:
    """One less the mean over pairs of one divided by the ties between them: 0 all know all, 1 nobody anybody.

    Source: Borgatti 2006, equation 9.
    """
    if network.too_small:
        return None
    nearness: list[float] = network.known.harmonic_centrality()
    return 1 - sum(nearness) / len(network.people)
