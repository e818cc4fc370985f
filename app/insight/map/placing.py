"""Laying the map out, after a change: reading a page never does."""

from app.insight.map.layout import Place, complete, lay_out
from app.insight.map.rules import outgrown
from app.insight.map.store import Region, read_layout, read_region
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph


def place_region(graph: Graph, scope: Scope) -> int:
    """Give everything in the region that has no place on the map one, and keep it; call it after an import.

    What has a place keeps it, unless the map was laid out on less than half of today's ties.

    Args:
        graph: The database.
        scope: The region, and the ties that may decide where things stand.

    Returns:
        How many places are new; 0 when nothing was written.
    """
    region = read_region(graph, scope)
    layout = read_layout(graph, scope)
    ties = sum(bond.ties for bond in region.bonds.values())
    anew = outgrown(layout.ties, ties)
    known = {} if anew else dict(layout.places)
    places = _places(region, known)
    new = len(places.keys() - known.keys())
    if new:
        _save(graph, scope, places, ties if anew else layout.ties)
    return new


def _places(region: Region, known: dict[str, Place]) -> dict[str, Place]:
    organisations = [organisation.id for organisation in region.organisations]
    weights = {pair: bond.ties for pair, bond in region.bonds.items()}
    return complete(known or lay_out(weights), organisations, weights, region.homes)


def _save(graph: Graph, scope: Scope, places: dict[str, Place], ties: int) -> None:
    layout = {
        "ids": list(places),
        "xs": [x for x, _ in places.values()],
        "ys": [y for _, y in places.values()],
        "ties": ties,
    }
    with graph.transaction() as transaction:
        transaction.run("insight/save_map_layout", scope=scope.parameters(), layout=layout)
        record_change(transaction, scope, "insight.place", scope.region, after={"places": len(places), "ties": ties})
