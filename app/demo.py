"""The fictitious region, loaded through the same importers that a real region uses."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import seed
from app.accounts.store import open_account
from app.exchange.importing import import_file
from app.platform.access import Role, Scope, region_scope
from app.platform.graph import Graph


class DemoAccount(NamedTuple):
    """Somebody of the fictitious region whom a newcomer can be."""

    role: Role
    email: str


def load_demo(graph: Graph, folder: Path, told: Callable[[str], None] = lambda _: None) -> list[DemoAccount]:
    """Put the fictitious region in the graph, unless it is there already, and return an account per role.

    Args:
        graph: The database.
        folder: Where the generated files are written.
        told: Called with the kind of each file as its turn comes.

    Raises:
        RuntimeError: A generated file was refused; that is an error in the generator or in the importer.
    """
    region = seed.generate(folder)
    scope = region_scope(region.code)
    if not _is_loaded(graph, scope):
        with graph.transaction() as transaction:
            transaction.run("platform/create_region", scope=scope.parameters(), name=region.name)
        for kind, path in _files(region):
            told(kind)
            report = import_file(graph, scope, kind, path)
            if report.problems:
                raise RuntimeError(f"{kind}: {report.problems[0]}")
        for role in Role:
            open_account(graph, scope, region.accounts[role], role)
    return [DemoAccount(role, region.accounts[role]) for role in Role]


def _files(region: seed.GeneratedRegion) -> list[tuple[str, Path]]:
    return [
        ("scholen", region.schools),
        ("personen", region.people),
        ("contacten", region.contacts),
        ("verwijzingen", region.referrals),
    ]


def _is_loaded(graph: Graph, scope: Scope) -> bool:
    # The accounts come last, so that a load that was broken off is taken up again; importing twice does no harm.
    return bool(graph.read("accounts/list_accounts", scope=scope.parameters()))
