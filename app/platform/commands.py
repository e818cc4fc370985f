"""Commands about the installation as a whole."""

import click

from app.config import Settings
from app.platform.access import region_scope
from app.platform.graph import Graph
from app.platform.graph.migrate import migrate
from app.platform.graph.server import database
from app.platform.serve import open_graph
from app.platform.serve import serve as serve_site


@click.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Serve the site until Ctrl-C."""
    with database(settings) as address:
        graph = Graph(address)
        migrate(graph)
        graph.close()
        click.echo(f"Korte Lijnen: {settings.public_url}  (Ctrl-C stopt)")
        serve_site(settings, address)


@click.command("region")
@click.argument("code")
@click.argument("name")
@click.pass_obj
def add_region(settings: Settings, code: str, name: str) -> None:
    """Make the region CODE (as PO-30-01), or give it another NAME."""
    with open_graph(settings) as graph, graph.transaction() as transaction:
        transaction.run("platform/create_region", scope=region_scope(code).parameters(), name=name)
