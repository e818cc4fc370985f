"""The command that asks the three questions: the same answers as the pages."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from textwrap import shorten
from typing import Any

import click
from flask_babel import gettext as _
from rich.console import Console
from rich.table import Table

from app.config import Settings
from app.insight.brokers.model import BrokersAnswer
from app.insight.brokers.store import answer as ask_brokers
from app.insight.links.store import LinksAnswer
from app.insight.links.store import answer as ask_links
from app.insight.links.tables import cells, header
from app.insight.paths.store import PathsAnswer
from app.insight.paths.store import answer as ask_paths
from app.platform.access import Revision, region_scope, revision_today
from app.platform.graph import Graph
from app.platform.names import kind_name
from app.platform.serve import open_graph

FIRST_ROWS = 10
WIDEST_CELL = 60


@click.command()
@click.argument("question", type=click.Choice(["bruggenbouwers", "schakels", "routes"]))
@click.option("--json", "as_json", is_flag=True, help="For machines: everything, with ids.")
@click.option("--region", metavar="CODE", help="About which region; not needed when there is one.")
@click.pass_obj
def ask(settings: Settings, question: str, as_json: bool, region: str | None) -> None:
    """Answer one of the three questions about a region."""
    question_of, tables_of = QUESTIONS[question]
    with open_graph(settings) as graph:
        code, revision = _region(graph, region)
        answer = question_of(graph, region_scope(code), revision)
    if as_json:
        click.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=2, default=str))
    else:
        for table in tables_of(answer):
            Console().print(table)


def _region(graph: Graph, code: str | None) -> tuple[str, Revision]:
    revisions: dict[str, int] = {row["code"]: row["revision"] for row in graph.read("platform/list_regions")}
    if not revisions:
        raise click.ClickException(_("Er is nog geen regio. Maak er een met: lijn region CODE NAAM"))
    chosen = code or min(revisions)
    if chosen not in revisions or (code is None and len(revisions) > 1):
        raise click.ClickException(_("Kies een regio met --region: %(codes)s", codes=", ".join(revisions)))
    return chosen, revision_today(revisions[chosen])


def _brokers(answer: BrokersAnswer) -> Iterable[Table]:
    titles = _("Naam"), _("Organisatie"), _("Scholen zonder weg naar jeugdhulp"), _("Tussenpositie"), _("Contacten")
    rows = (
        (row.person.name, row.person.organisation.name, len(row.schools_lost), row.betweenness, row.ties)
        for row in answer.rows
    )
    yield _table("bruggenbouwers", titles, rows)


def _links(answer: LinksAnswer) -> Iterable[Table]:
    for rule, rows in answer.by_rule.items():
        yield _table(rule, header(rule), map(cells, rows))


def _paths(answer: PathsAnswer) -> Iterable[Table]:
    titles = _("Route"), _("Naar"), _("Aanvragen"), _("Wacht op"), _("Dagen")
    routes = (
        (
            " → ".join(map(kind_name, row.kinds)),
            row.taker,
            len(row.cases),
            row.delay.taker or kind_name(row.delay.taker_kind),
            row.delay.waiting.median,
        )
        for row in answer.rows
    )
    yield _table("routes", titles, routes)
    loops = ((" ↔ ".join(stop.name for stop in row.circle), len(row.cases), row.days) for row in answer.loops)
    yield _table("rondjes", (_("Tussen wie"), _("Aanvragen"), _("Dagen")), loops)


def _table(title: str, titles: Iterable[str], rows: Iterable[Iterable[Any]]) -> Table:
    table = Table(*titles, title=title, title_justify="left")
    for row in list(rows)[:FIRST_ROWS]:
        table.add_row(*(_text(cell) for cell in row))
    return table


def _text(cell: Any) -> str:
    if cell is None:
        return "–"
    return f"{cell:.3g}" if isinstance(cell, float) else shorten(str(cell), WIDEST_CELL, placeholder=" …")


QUESTIONS: dict[str, tuple[Callable[..., Any], Callable[..., Iterable[Table]]]] = {
    "bruggenbouwers": (ask_brokers, _brokers),
    "schakels": (ask_links, _links),
    "routes": (ask_paths, _paths),
}
