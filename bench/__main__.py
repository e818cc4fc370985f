"""`make bench`: speed as ratios, on the fictitious region, all from one run.

Times depend on the machine and what else it does; the ratios are what to look at. Aims: a page within 1.5 × its bare
Cypher + 15 ms when nothing is kept; the answer at least 5 × faster than networkx on the same database; an import within
1.5 × the same rows through a bare UNWIND.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from flask.testing import FlaskClient
from rich.console import Console
from rich.table import Table

from app import create_app
from app.config import Settings
from app.demo import load_demo
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from app.platform.serve import open_graph
from bench import brokers, imports, links, map_drawn, paths
from bench.measure import median

CODE = "PO-99-01"
PAGES = {"bruggenbouwers": brokers, "ontbrekende-schakels": links, "trage-routes": paths}


def main() -> None:
    """Make the region in a database of its own, measure, print, and leave nothing behind."""
    folder = Path(tempfile.mkdtemp())
    console = Console(width=110)
    settings = Settings(var=folder, neo4j_uri=None)
    try:
        with open_graph(settings) as graph:
            accounts = load_demo(graph, folder / "region")
            manager = next(account.email for account in accounts if account.role is Role.SWV_MANAGER)
            client = logged_in(create_app(settings, graph), graph, manager)
            console.print(questions(graph, client))
            console.print(map_drawn.table(graph, settings, manager))
            console.print(imported(graph))
    finally:
        shutil.rmtree(folder)


def questions(graph: Graph, client: FlaskClient) -> Table:
    """Per question: page and answer, beside the bare Cypher and networkx."""
    table = Table("page", "page cold ms", "page kept ms", "bare ms", "allowed ms", "networkx ms", "× faster", title="Questions")
    for path, module in PAGES.items():
        times = dict(module.run(graph, region_scope(CODE)))
        cold = median(lambda path=path, module=module: fetch_cold(client, path, module))
        kept = median(lambda path=path: fetch(client, path))
        bare, networkx = times["bare Cypher"], times["networkx"]
        table.add_row(
            path, *map(ms, (cold, kept, bare, 1.5 * bare + 0.015, networkx)), f"{networkx / times['answer, nothing kept']:.1f}"
        )
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
    """Fetch the page."""
    assert client.get(f"/{path}").status_code == 200  # noqa: S101


def logged_in(app, graph: Graph, email: str) -> FlaskClient:
    """A client that is the person with this e-mail address."""
    from app.accounts.links import make_login_link

    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    link = make_login_link(graph, app.extensions["settings"], email)
    client.post(link.removeprefix(app.extensions["settings"].public_url))
    return client


def ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1000:.1f}"


if __name__ == "__main__":
    main()
