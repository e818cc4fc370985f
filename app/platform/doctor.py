"""What is wrong with this installation, and what to do about it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.config import Settings
from app.platform.browser_files import MANIFEST
from app.platform.graph import DatabaseError, Graph
from app.platform.graph.migrate import pending_migrations
from app.platform.graph.server import JARS, NotStartedError, database

ROOM_NEEDED_GIB = 2


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `advice` is empty where nothing is wrong."""

    subject: str
    state: str
    advice: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Look at everything that the site needs, starting our own database for the look when it does not run.

    Returns:
        A finding per thing looked at, in the order in which to mend them.
    """
    looks: tuple[Callable[[Settings], Finding], ...] = (_room, _secrets, _jars, _browser_files)
    return [look(settings) for look in looks] + _database(settings)


def _room(settings: Settings) -> Finding:
    settings.var.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.var).free / 2**30
    advice = "" if free >= ROOM_NEEDED_GIB else _("Maak ruimte vrij op de schijf van %(folder)s.", folder=settings.var)
    return Finding(_("schijfruimte"), _("%(room)s GiB vrij", room=f"{free:.0f}"), advice)


def _secrets(settings: Settings) -> Finding:
    secrets = [settings.var / "secret_key", settings.var / "neo4j" / "password"]
    loose = [str(path) for path in secrets if path.exists() and path.stat().st_mode & 0o077]
    state = _("leesbaar voor anderen") if loose else _("in orde")
    return Finding(_("geheimen"), state, _if(loose, f"chmod 600 {' '.join(loose)}"))


def _jars(settings: Settings) -> Finding:
    if settings.neo4j_uri:
        return Finding("Neo4j", _("een eigen server: %(address)s", address=settings.neo4j_uri))
    missing = not (JARS / ".whole").exists()
    return Finding(
        "Neo4j",
        _("nog niet opgehaald") if missing else _("opgehaald"),
        _if(missing, _("Start «make demo»; dat haalt Neo4j op.")),
    )


def _browser_files(_settings: Settings) -> Finding:
    missing = not MANIFEST.exists()
    return Finding(
        _("bestanden voor de browser"),
        _("ontbreken") if missing else _("gebouwd"),
        _if(missing, _("Start «make demo»; dat bouwt ze.")),
    )


def _database(settings: Settings) -> list[Finding]:
    try:
        with database(settings) as address:
            graph = Graph(address)
            try:
                return [Finding("database", graph.verify()), _schema(graph), _regions(graph), _mail(settings, graph)]
            finally:
                graph.close()
    except (*DatabaseError, NotStartedError, OSError) as error:
        log = settings.var / "neo4j" / "logs" / "neo4j.log"
        look = _("Kijk of %(address)s draait en het wachtwoord klopt.", address=settings.neo4j_uri)
        advice = look if settings.neo4j_uri else _("Lees %(log)s.", log=log)
        return [Finding("database", _("antwoordt niet (%(why)s)", why=type(error).__name__), advice)]


def _schema(graph: Graph) -> Finding:
    pending = pending_migrations(graph)
    return Finding(
        "schema",
        ngettext("%(num)s stap achter", "%(num)s stappen achter", len(pending)) if pending else _("helemaal bij"),
        _if(pending, _("Start «lijn serve»; dat werkt het schema bij.")),
    )


def _regions(graph: Graph) -> Finding:
    codes = [record["code"] for record in graph.read("platform/list_regions")]
    advice = _("Maak een regio: lijn region PO-30-01 «naam».")
    return Finding(_("regio's"), ", ".join(codes) or _("geen"), _if(not codes, advice))


def _mail(settings: Settings, graph: Graph) -> Finding:
    [record] = graph.read("platform/count_waiting_mail")
    waiting = _("%(count)s in de wachtrij", count=record["waiting"])
    if not settings.smtp_host:
        advice = _("Zet SMTP_HOST en MAIL_FROM, en start «lijn post».")
        state = _("geen mailserver: er gaat niets uit; %(waiting)s", waiting=waiting)
        return Finding("mail", state, _if(record["waiting"], advice))
    return Finding(
        "mail",
        f"{settings.smtp_host}:{settings.smtp_port}; {waiting}",
        _if(not settings.mail_from, _("Zet MAIL_FROM, als «Korte Lijnen <post@swv.example>».")),
    )


def _if(wrong: object, advice: str) -> str:
    return advice if wrong else ""
