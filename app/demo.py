"""The fictitious regions, loaded through the same importers that a real region uses."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import seed
from app.accounts.store import open_account
from app.exchange.importing import import_file
from app.platform.access import Role, Scope, region_scope
from app.platform.graph import Graph


class DemoAccount(NamedTuple):
    """Somebody of a fictitious region whom a newcomer can be."""

    region: str
    role: Role
    email: str


def load_demo(graph: Graph, folder: Path, told: Callable[[str], None] = lambda _: None) -> list[DemoAccount]:
    """Put the fictitious region and its small neighbour in the graph, unless they are there already.

    Args:
        graph: The database.
        folder: Where the generated files are written.
        told: Called with the kind of each file as its turn comes.

    Returns:
        An account per role of the region, then those of its neighbour.

    Raises:
        RuntimeError: A generated file was refused; that is an error in the generator or in the importer.
    """
    region = seed.generate(folder)
    neighbour = seed.generate_neighbour(folder / "buur", region.guest, seed.SEED)
    return [*_load(graph, region, told), *_load(graph, neighbour, told)]


def _load(graph: Graph, region: seed.GeneratedRegion, told: Callable[[str], None]) -> list[DemoAccount]:
    scope = region_scope(region.code)
    roles = [role for role in Role if role in region.accounts]
    if not _is_loaded(graph, scope):
        with graph.transaction() as transaction:
            transaction.run("platform/create_region", scope=scope.parameters(), name=region.name)
        for kind, path in _files(region):
            told(kind)
            report = import_file(graph, scope, kind, path)
            if report.problems:
                raise RuntimeError(f"{kind}: {report.problems[0]}")
        for role in roles:
            open_account(graph, scope, region.accounts[role], role)
    return [DemoAccount(region.name, role, region.accounts[role]) for role in roles]


def _files(region: seed.GeneratedRegion) -> list[tuple[str, Path]]:
    return [
        ("scholen", region.schools),
        ("personen", region.people),
        ("aanbod", region.offers),
        ("contacten", region.contacts),
        ("verwijzingen", region.referrals),
    ]


def _is_loaded(graph: Graph, scope: Scope) -> bool:
    # The accounts come last, so that a load that was broken off is taken up again; importing twice does no harm.
    return bool(graph.read("accounts/list_accounts", scope=scope.parameters()))
