"""Bruggenbouwers: the pages."""

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.insight.blueprint import blueprint
from app.insight.brokers import store
from app.insight.brokers.downloads import BROKER_HEADER, CHANGE_HEADER, broker_cells, change_cells
from app.insight.brokers.explanation import explanation
from app.insight.brokers.model import Broker, Evidence
from app.insight.brokers.picture import picture_of
from app.insight.brokers.rules import narrow
from app.insight.filters import Filters, filter_options
from app.platform.access import EVERYONE, FINDINGS, allow
from app.platform.downloads import csv_download
from app.platform.i18n import chosen_language
from app.platform.web import graph

FIRST = 25


@blueprint.get("/bruggenbouwers")
@allow(FINDINGS)
def brokers() -> ResponseReturnValue:
    """Show who joins others, who matters most first."""
    filters = Filters.from_query(request.args)
    answer = store.answer(graph(), current_user.scope, current_user.revision)
    rows = _narrowed(answer.rows, filters)
    return render_template(
        "insight/brokers/page.html",
        answer=answer,
        rows=rows if "alles" in request.args else rows[:FIRST],
        total=len(rows),
        filters=filters,
        options=filter_options(graph(), current_user.scope),
    )


@blueprint.get("/bruggenbouwers.csv")
@allow(FINDINGS)
def brokers_csv() -> Response:
    """Give the same rows as a table to take along."""
    filters = Filters.from_query(request.args)
    rows = store.answer(graph(), current_user.scope, current_user.revision).rows
    found = _narrowed(rows, filters)
    return csv_download(_("bruggenbouwers"), [str(title) for title in BROKER_HEADER], map(broker_cells, found))


@blueprint.get("/bruggenbouwers/<person>")
@allow(FINDINGS)
def broker(person: str) -> ResponseReturnValue:
    """Show why somebody stands in the answer."""
    evidence = _evidence(person)
    region = store.region_network(graph(), current_user.scope, current_user.revision)
    return render_template(
        "insight/brokers/evidence.html", evidence=evidence, region=region, picture=picture_of(evidence)
    )


@blueprint.get("/bruggenbouwers/<person>.csv")
@allow(FINDINGS)
def broker_csv(person: str) -> Response:
    """Give every pair of organisations that notices when she leaves."""
    changes = _evidence(person).loss.changes
    organisations = store.region_network(graph(), current_user.scope, current_user.revision).organisations
    rows = (change_cells(change, organisations) for change in changes)
    return csv_download(_("zonder-deze-bruggenbouwer"), [str(title) for title in CHANGE_HEADER], rows)


@blueprint.get("/uitleg")
@allow(EVERYONE)
def measures() -> ResponseReturnValue:
    """Say what each number means, and whose definition it is."""
    return render_template("insight/brokers/measures.html", text=explanation(chosen_language()))


def _narrowed(rows: tuple[Broker, ...], filters: Filters) -> list[Broker]:
    of_theme = store.people_of_theme(graph(), current_user.scope, filters.theme)
    return [
        row for row in narrow(rows, filters.municipality, filters.kind) if of_theme is None or row.person.id in of_theme
    ]


def _evidence(person: str) -> Evidence:
    return store.evidence(graph(), current_user.scope, current_user.revision, person) or abort(404)
