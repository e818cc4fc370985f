"""One region and sixty in the same database: what the finder and the search cost, one at a time and eight at once.

`python -m bench.country 12` does it with twelve.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console, Group

import seed
from app.config import Settings
from app.demo import load_demo
from app.directory.search.store import Narrowing, list_organisations, search
from app.exchange.importing import import_file
from app.finder.store import find_asker
from app.platform.access import Role, Scope, region_scope
from app.platform.graph import Graph
from app.platform.graph.server import database
from app.platform.serve import open_graph
from bench import directory, finder, load
from bench.measure import Speed, measured, shown

MOST_REGIONS = 60


def main(count: int = MOST_REGIONS) -> None:
    """Measure on one region and on `count`, and leave nothing behind."""
    folder, console = Path(tempfile.mkdtemp()), Console(width=120)
    settings = Settings(var=folder, neo4j_uri=None)
    try:
        with database(settings) as address:
            place = {"neo4j_uri": address.uri, "neo4j_password": SecretStr(address.password)}
            settings = settings.model_copy(update=place)
            with open_graph(settings) as graph:
                accounts = load_demo(graph, folder / "1")
                leader = next(account.email for account in accounts if account.role is Role.SCHOOLLEIDER)
                console.print(measures(graph, settings, leader, "1 region"))
                with console.status("") as status:
                    load_regions(graph, folder, count, status.update)
                console.print(measures(graph, settings, leader, f"{count} regions"))
    finally:
        shutil.rmtree(folder)


def measures(graph: Graph, settings: Settings, email: str, title: str) -> Group:
    """The finder and the search as one person has them, alone and with seven others."""
    asker = find_asker(graph, email)
    if asker is None:
        raise LookupError(email)
    alone = [*searches(graph, asker.scope), *finder.run(graph, asker.scope)]
    return Group(
        shown(f"{title}, one at a time", alone),
        shown(f"{title}, {load.USERS} at once", load.run(graph, settings, email, asker.scope)),
    )


def searches(graph: Graph, scope: Scope) -> list[Speed]:
    """The search for every text in turn, beside its bare full-text queries, and the list."""
    texts, same = cycle(directory.TYPED), cycle(directory.TYPED)
    return [
        measured("search", lambda: search(graph, scope, next(texts), Narrowing())),
        measured("bare full text", lambda: directory.bare(graph, scope, next(same))),
        measured("list", lambda: list_organisations(graph, scope, Narrowing(), ("", ""))),
    ]


def load_regions(graph: Graph, folder: Path, count: int, told: Callable[[str], None] = lambda _: None) -> None:
    """Put the regions 2 to `count` beside the fictitious one, through the same importers."""
    for number in range(2, count + 1):
        region = seed.generate(folder / str(number), seed.RegionSize(number=number))
        told(region.name)
        scope = region_scope(region.code)
        with graph.transaction() as transaction:
            transaction.run("platform/create_region", scope=scope.parameters(), name=region.name)
        files = ("scholen", region.schools), ("personen", region.people), ("aanbod", region.offers)
        for kind, path in (*files, ("contacten", region.contacts), ("verwijzingen", region.referrals)):
            report = import_file(graph, scope, kind, path)
            if report.problems:
                raise RuntimeError(f"{kind}: {report.problems[0]}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
