"""`make bench`: speed as ratios, on the fictitious region, all from one run.

Times depend on the machine and on what else it does; the ratios are what to look at. Aims: a page with nothing kept
within 1.5 × its bare Cypher + 15 ms; the answer at least 5 × faster than networkx on the same database; an import
within 1.5 × the same rows through a bare UNWIND; the map with everybody on it drawn within 1.5 s; the
finder's p95 within 50 ms on one region and 80 ms on sixty.
"""

import shutil
import tempfile
from pathlib import Path
from types import ModuleType

from flask.testing import FlaskClient
from rich.console import Console, Group
from rich.table import Table

from app import create_app
from app.accounts.links import make_login_link
from app.config import Settings
from app.demo import DemoAccount, load_demo
from app.finder import store as finder_store
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from app.platform.serve import open_graph
from bench import brokers, country, directory, finder, imports, links, map_drawn, paths
from bench.measure import median, shown

CODE = "PO-99-01"
PAGES = {"bruggenbouwers": brokers, "ontbrekende-schakels": links, "trage-routes": paths}


def main() -> None:
    """Make the region in a database of its own, measure, print, and leave nothing behind."""
    folder = Path(tempfile.mkdtemp())
    console = Console(width=120)
    settings = Settings(var=folder, neo4j_uri=None)
    try:
        with open_graph(settings) as graph:
            accounts = load_demo(graph, folder / "region")
            email = next(account.email for account in accounts if account.role is Role.SWV_MANAGER)
            console.print(questions(graph, manager(settings, graph, email)))
            console.print(found(graph, accounts))
            console.print(drawing(graph, folder / "drawing"))
            console.print(imported(graph))
        country.main()
    finally:
        shutil.rmtree(folder)


def manager(settings: Settings, graph: Graph, email: str) -> FlaskClient:
    """A client that came in as the SWV manager."""
    app = create_app(settings, graph)
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.post(make_login_link(graph, settings, email).removeprefix(settings.public_url))
    return client


def questions(graph: Graph, client: FlaskClient) -> Table:
    """Per question: the page, beside its bare Cypher and the same answer by networkx."""
    titles = ("page", "nothing kept ms", "kept ms", "bare Cypher ms", "allowed ms", "networkx ms", "× faster")
    table = Table(*titles, title="Questions (medians)")
    for path, module in PAGES.items():
        times = dict(module.run(graph, region_scope(CODE)))
        cold, kept = median(lambda p=path, m=module: fetch_cold(client, p, m)), median(lambda p=path: fetch(client, p))
        bare, peer = times["bare Cypher"], times["networkx"]
        faster = f"{peer / times['answer, nothing kept']:.1f}"
        table.add_row(path, *map(ms, (cold, kept, bare, 1.5 * bare + 0.015, peer)), faster)
    return table


def found(graph: Graph, accounts: list[DemoAccount]) -> Group:
    """The right partner as the school leader finds her, and the sociale kaart. At sixty regions: `bench.country`."""
    leader = finder_store.find_asker(graph, next(one.email for one in accounts if one.role is Role.SCHOOLLEIDER))
    table = Table("sociale kaart", "ms", title="Directory (medians)", title_justify="left")
    for name, seconds in directory.run(graph, region_scope(CODE)):
        table.add_row(name, f"{seconds * 1000:.1f}")
    return Group(shown("Finder, 1 region", finder.run(graph, leader.scope)), table)


def drawing(graph: Graph, var: Path) -> Table:
    """The map in a browser."""
    table = Table("map", "s", "of the budget", title="Map, from navigation")
    for name, seconds in map_drawn.run(graph, var):
        table.add_row(name, f"{seconds:.2f}", f"{seconds / map_drawn.BUDGET_S:.2f}")
    return table


def imported(graph: Graph) -> Table:
    """Rows through our importer, beside the same rows through a bare UNWIND."""
    table = Table("import", "ours s", "bare UNWIND s", "ratio", title="Imports")
    for name, ours, bare in imports.run(graph):
        table.add_row(name, f"{ours:.2f}", f"{bare:.2f}", f"{ours / bare:.2f}")
    return table


def fetch_cold(client: FlaskClient, path: str, module: ModuleType) -> None:
    """Fetch the page with no answer kept."""
    module.forget()
    fetch(client, path)


def fetch(client: FlaskClient, path: str) -> None:
    """Fetch the page.

    Raises:
        RuntimeError: It did not come.
    """
    status = client.get(f"/{path}").status_code
    if status != 200:
        raise RuntimeError(f"/{path}: {status}")


def ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1000:.0f}"


if __name__ == "__main__":
    main()
