"""The command that imports a file."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from flask_babel import gettext as _
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from app.config import Settings
from app.exchange.importing import ImportReport, import_file
from app.exchange.layouts import LAYOUTS
from app.platform.access import region_scope
from app.platform.graph import Graph
from app.platform.serve import open_graph


@click.command("import")
@click.argument("kind", type=click.Choice(list(LAYOUTS)))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--region", metavar="CODE", help="Into which region; not needed when there is one.")
@click.option("--gemeente", "municipalities", metavar="NAAM", multiple=True, help="Only schools of this municipality.")
@click.option("--postcode", "postcodes", metavar="1234[-1299]", multiple=True, help="Only schools with this postcode.")
@click.pass_context
def import_files(
    context: click.Context,
    kind: str,
    file: Path,
    dry_run: bool,
    as_json: bool,
    region: str | None,
    municipalities: tuple[str, ...],
    postcodes: tuple[str, ...],
) -> None:
    """Import FILE, wholly or not at all; exit code 1 when it has problems."""
    if kind != "scholen" and (municipalities or postcodes):
        raise click.UsageError(_("--gemeente en --postcode zijn alleen voor scholen"))
    settings: Settings = context.obj
    with open_graph(settings) as graph, _progress_bar() as bar:
        scope = region_scope(_region(graph, region))
        task = bar.add_task(kind, total=None)
        report = import_file(
            graph,
            scope,
            kind,
            file,
            municipalities=municipalities,
            postcodes=postcodes,
            dry_run=dry_run,
            progress=lambda rows: bar.update(task, completed=rows),
        )
    if as_json:
        click.echo(json.dumps(asdict(report), ensure_ascii=False, indent=2))
    else:
        _print_report(report)
    context.exit(1 if report.problems else 0)


def _progress_bar() -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed:.0f}"), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _region(graph: Graph, chosen: str | None) -> str:
    codes: list[str] = [record["code"] for record in graph.read("platform/list_regions")]
    if chosen in codes or (chosen is None and len(codes) == 1):
        return chosen or codes[0]
    if codes:
        raise click.ClickException(_("Kies een regio met --region: %(codes)s", codes=", ".join(codes)))
    raise click.ClickException(_("Er is nog geen regio. Maak er een met: lijn region CODE NAAM"))


def _print_report(report: ImportReport) -> None:
    console = Console()
    if report.problems:
        console.print(_problem_table(report))
        console.print(_("Er is niets ingelezen. Verbeter het bestand en probeer het nog eens."))
        return
    for change in report.changes:
        line = f"{change.row}: {change.field}: {change.old or '–'} → {change.new or '–'}"
        console.print(line, markup=False, highlight=False)
    counts = _(
        "%(read)s rijen gelezen: %(created)s nieuw, %(changed)s gewijzigd, %(unchanged)s hetzelfde, "
        "%(skipped)s buiten de gekozen regio.",
        read=report.rows_read,
        created=report.created,
        changed=report.changed,
        unchanged=report.unchanged,
        skipped=report.skipped,
    )
    console.print(counts, highlight=False)
    if not report.written:
        console.print(_("Er is niets geschreven."))


def _problem_table(report: ImportReport) -> Table:
    table = Table(_("Rij"), _("Kolom"), _("Er staat"), _("Verwacht"), _("Bedoelde u"))
    for problem in report.problems:
        cells = (str(problem.row or ""), problem.column, problem.value, problem.expected, problem.nearest)
        table.add_row(*(cell.replace("[", r"\[") for cell in cells))
    return table
