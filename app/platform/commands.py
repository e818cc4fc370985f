"""Commands about the installation as a whole."""

import re
import sys
from dataclasses import asdict
from json import dumps

import click
from flask_babel import gettext as _
from rich.console import Console
from rich.table import Table

from app.config import Settings
from app.platform.access import region_scope
from app.platform.doctor import examine
from app.platform.serve import open_graph

REGION_CODE = re.compile(r"[A-Z]{2}-\d{2}-\d{2}")


def _code(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not REGION_CODE.fullmatch(value):
        raise click.BadParameter(_("%(value)s is geen code zoals PO-30-01", value=value))
    return value


def _filled(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter(_("de naam is leeg"))
    return value.strip()


@click.command("region")
@click.argument("code", callback=_code)
@click.argument("name", callback=_filled)
@click.pass_obj
def add_region(settings: Settings, code: str, name: str) -> None:
    """Make the region CODE (as PO-30-01), or give it another NAME."""
    with open_graph(settings) as graph, graph.transaction() as transaction:
        transaction.run("platform/create_region", scope=region_scope(code).parameters(), name=name)
    click.echo(f"{code}: {name}")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def doctor(settings: Settings, as_json: bool) -> None:
    """Say what is wrong with this installation, and what to do about it."""
    findings = examine(settings)
    if as_json:
        click.echo(dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        table = Table("", _("wat"), _("stand"), _("wat te doen"))
        for found in findings:
            table.add_row("✗" if found.advice else "✓", found.subject, found.state, found.advice)
        Console().print(table)
    sys.exit(any(found.advice for found in findings))
