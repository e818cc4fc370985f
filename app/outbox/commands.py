"""The commands that send mail, take reports about it, and ask for the yearly check."""

import signal
from threading import Event
from typing import BinaryIO

import click
from flask_babel import gettext as _
from flask_babel import ngettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.config import Settings
from app.outbox import checks, worker
from app.outbox.asking import ask_overdue
from app.outbox.bounces import handle_report
from app.outbox.housekeeping import wipe_expired
from app.outbox.rules import Outcome
from app.platform.access import region_scope
from app.platform.graph import Graph
from app.platform.serve import open_graph

LARGEST_REPORT = 2 * 1024 * 1024


@click.command()
@click.option("--once", is_flag=True, help="Send what is due, and stop.")
@click.option("--bounces", type=click.File("rb"), metavar="FILE|-", help="Read one report of a mail server, and stop.")
@click.pass_obj
def post(settings: Settings, once: bool, bounces: BinaryIO | None) -> None:
    """Send the mails of the outbox until SIGTERM or Ctrl-C; one such process runs at a time."""
    if bounces:
        with open_graph(settings) as graph:
            new = handle_report(graph, settings, bounces.read(LARGEST_REPORT), worker.clock())
        told = _("Een mail kwam niet aan: er is een taak bij.") if new else _("Hier staat niets nieuws in.")
        click.echo(told, err=True)
        return
    if not (settings.smtp_host and settings.mail_from):
        raise click.ClickException(_("Er gaat niets uit zonder mailserver: zet SMTP_HOST en MAIL_FROM."))
    try:
        with worker.only_worker(settings.var), open_graph(settings) as graph:
            _send(graph, settings, once)
    except worker.AlreadyRunningError:
        raise click.ClickException(_("Er loopt al een «lijn post» op deze gegevens.")) from None


def _send(graph: Graph, settings: Settings, once: bool) -> None:
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    if not once:
        worker.run(graph, settings, stop)
        return
    counts = worker.send_due(graph, settings, stop=stop)
    sent, later, refused = (counts[outcome] for outcome in (Outcome.SENT, Outcome.LATER, Outcome.REFUSED))
    done = _(
        "%(sent)s verstuurd, %(later)s later nog eens, %(refused)s geweigerd.", sent=sent, later=later, refused=refused
    )
    click.echo(done)
    if counts[Outcome.UNREACHABLE]:
        raise click.ClickException(_("De mailserver is niet te bereiken, of weigert ons; de rest blijft wachten."))


@click.command("check-entries")
@click.option("--region", metavar="CODE", help="Only this region; else all.")
@click.option("--dry-run", is_flag=True, help="Say how many would be asked; ask nobody.")
@click.pass_obj
def check_entries(settings: Settings, region: str | None, dry_run: bool) -> None:
    """Mail everybody whose entry was not verified for a year; who was asked in the last 30 days is left alone.

    What could be taken back for a day and was not, is wiped, in every region.
    """
    with open_graph(settings) as graph:
        names: dict[str, str] = {row["code"]: row["name"] for row in graph.read("platform/list_regions")}
        if region and region not in names:
            there = ", ".join(names) or _("geen")
            raise click.ClickException(_("Er is geen regio %(code)s. Wel: %(codes)s.", code=region, codes=there))
        for code in [region] if region else names:
            people = checks.list_overdue_people(graph, region_scope(code), now := worker.clock())
            if dry_run:
                would = ngettext("%(num)s zou een mail krijgen.", "%(num)s zouden een mail krijgen.", len(people))
                click.echo(f"{code}: {would}")
                continue
            with _progress_bar() as bar:
                task = bar.add_task(code, total=len(people))
                asked = ask_overdue(
                    graph,
                    settings,
                    region_scope(code),
                    names[code],
                    people,
                    now,
                    progress=lambda done, bar=bar, task=task: bar.update(task, completed=done),  # type: ignore[misc]
                )
            ready = ngettext("%(num)s mail staat klaar", "%(num)s mails staan klaar", asked)
            click.echo(_("%(code)s: %(ready)s; «lijn post» verstuurt wat klaarstaat.", code=code, ready=ready))
        if not dry_run:
            wiped = wipe_expired(graph, worker.clock())
            click.echo(ngettext("%(num)s verlopen wijziging gewist.", "%(num)s verlopen wijzigingen gewist.", wiped))


def _progress_bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
