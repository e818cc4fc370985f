"""The tables about routes and circles to take along: their columns and cells; durations in days."""

from typing import Any

from flask_babel import lazy_gettext as _

from app.insight.paths.rules import Route
from app.insight.paths.store import Loop
from app.platform.i18n import number
from app.platform.names import kind_name

ROUTE_HEADER = (
    _("Soorten organisaties"),
    _("Laatste organisatie"),
    _("Aanvragen"),
    _("Nog open"),
    _("Doorlooptijd, mediaan"),
    _("Doorlooptijd, negen van de tien"),
    _("Trage stap van"),
    _("Trage stap naar"),
    _("Wachten, mediaan"),
    _("Wachten, negen van de tien"),
    _("Deel van de doorlooptijd"),
    _("Mensen per aanvraag"),
)
LOOP_HEADER = (
    _("Tussen wie"),
    _("Soorten organisaties"),
    _("Aanvragen"),
    _("Extra tijd, mediaan"),
    _("Mensen per aanvraag"),
    _("Welke"),
)


def route_cells(row: Route) -> list[Any]:
    """The cells of one route, in the order of `ROUTE_HEADER`."""
    step = row.delay
    return [
        " > ".join(kind_name(kind) for kind in row.kinds),
        row.taker,
        len(row.cases),
        row.throughput.running,
        number(row.throughput.median, 1),
        number(row.throughput.p90, 1),
        step.giver or kind_name(step.giver_kind),
        step.taker or kind_name(step.taker_kind),
        number(step.waiting.median, 1),
        number(step.waiting.p90, 1),
        number(step.share, 4),
        number(row.people, 1),
    ]


def loop_cells(row: Loop) -> list[Any]:
    """The cells of one circle, in the order of `LOOP_HEADER`."""
    return [
        ", ".join(stop.name for stop in row.circle),
        ", ".join(kind_name(stop.kind) for stop in row.circle),
        len(row.cases),
        number(row.days, 1),
        number(row.people, 1),
        ", ".join(row.cases),
    ]
