"""The command `lijn`."""

import sys
from itertools import groupby
from threading import Thread

import click
from flask import Flask
from flask_babel import gettext as _
from rich.console import Console

from app import create_app, insight
from app.accounts.commands import login_link
from app.accounts.links import make_login_link
from app.config import Settings
from app.demo import DemoAccount, load_demo
from app.exchange.commands import import_files
from app.finder.commands import find
from app.insight.commands import ask
from app.outbox.commands import check_entries, post
from app.platform import serve as server
from app.platform.access_table import access_table
from app.platform.commands import add_region, doctor
from app.platform.graph import Address, Graph, Unavailable
from app.platform.graph.server import NotStartedError
from app.platform.i18n import speaking_to_terminal
from app.platform.logs import configure_logs


@click.group()
@click.pass_context
def lijn(context: click.Context) -> None:
    """Korte Lijnen: the network around a child's place at school."""
    context.obj = Settings()
    configure_logs(context.obj.log_format)


@lijn.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Serve the site until Ctrl-C."""
    server.serve(settings, _make_site, prepare=lambda _: None, ready=lambda: _say_where(settings))


@lijn.command()
@click.pass_obj
def demo(settings: Settings) -> None:
    """Load the fictitious region, serve it, and print a one-time login link per role."""
    console = Console(stderr=True)
    links: list[tuple[DemoAccount, str]] = []

    def prepare(graph: Graph) -> None:
        with console.status(_("De fictieve regio laden")) as status:
            accounts = load_demo(
                graph, settings.var / "demo", lambda kind: status.update(_("Inlezen: %(kind)s", kind=kind))
            )
        links.extend((account, make_login_link(graph, settings, account.email)) for account in accounts)

    def ready() -> None:
        _say_where(settings)
        for region, accounts in groupby(links, lambda made: made[0].region):
            click.echo(f"{region}:")
            for account, link in accounts:
                click.echo(f"  {account.role:<15} {link}")
        click.echo(_("Elke link werkt één keer, een kwartier lang. Nieuwe: lijn login-link E-MAIL"))

    server.serve(settings, _make_site, prepare, ready)


@lijn.command()
@click.pass_obj
def access(settings: Settings) -> None:
    """Print who may do and see what, as `docs/access.md` has it; needs no database."""
    click.echo(access_table(create_app(settings, Graph(Address("bolt://127.0.0.1", "", "")))), nl=False)


def _make_site(settings: Settings, graph: Graph) -> Flask:
    # Beside the first requests, and not before them: a start must be quick, and so must the first answer.
    Thread(target=insight.ask_once, args=[graph], daemon=True).start()
    return create_app(settings, graph)


def _say_where(settings: Settings) -> None:
    click.echo(_("Korte Lijnen: %(address)s  (Ctrl-C stopt)", address=settings.public_url))


for command in (doctor, add_region, login_link, import_files, ask, find, post, check_entries):
    lijn.add_command(command)


def main() -> None:
    """Run the command, in the language of the terminal; what a person can mend is said in one line."""
    with speaking_to_terminal():
        try:
            lijn()
        except NotStartedError as error:
            sys.exit(_("lijn: %(problem)s. «lijn doctor» zegt wat te doen.", problem=error))
        except Unavailable as error:
            problem = _("de database antwoordt niet meer (%(why)s)", why=type(error).__name__)
            sys.exit(_("lijn: %(problem)s. «lijn doctor» zegt wat te doen.", problem=problem))
        except server.PortTakenError as error:
            other = _("Stop wat daar draait, of kies een andere poort, zoals PORT=8001.")
            sys.exit(f"lijn: {error}. {other}")
