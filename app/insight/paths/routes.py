"""Trage routes: the page, the evidence behind a route, and the table to take along."""

from flask import Response, abort, render_template, request
from flask_babel import gettext as _
from flask_login import current_user

from app.insight.blueprint import blueprint
from app.insight.filters import Filters, filter_options
from app.insight.paths.store import PathsAnswer, answer, short_lines
from app.platform.access import FEWEST_CASES, FINDINGS, allow
from app.platform.downloads import csv_download
from app.platform.i18n import number
from app.platform.names import kind_name
from app.platform.web import graph

SHOWN = 25


@blueprint.get("/trage-routes")
@allow(FINDINGS)
def paths() -> str:
    """Show where referrals wait and go round."""
    filters = Filters.from_query(request.args)
    found = _answer(filters)
    return render_template(
        "insight/paths/index.html",
        answer=found,
        shown=found.rows if "alle" in request.args else found.rows[:SHOWN],
        few_cases=FEWEST_CASES,
        filters=filters,
        options=filter_options(graph(), current_user.scope),
    )


@blueprint.get("/trage-routes/<key>")
@allow(FINDINGS)
def path(key: str) -> str:
    """Show why a route stands on the page: its steps, its cases, and the short line that was there."""
    filters = Filters.from_query(request.args)
    found = _answer(filters)
    row = found.route(key)
    if row is None:
        abort(404)
    lines = short_lines(graph(), current_user.scope, row)
    return render_template("insight/paths/route.html", answer=found, row=row, lines=lines, filters=filters)


@blueprint.get("/trage-routes.csv")
@allow(FINDINGS)
def paths_csv() -> Response:
    """Give the routes as a table to take along; durations in days."""
    header = [
        _("Soorten organisaties"), _("Laatste organisatie"), _("Aanvragen"), _("Nog open"), _("Doorlooptijd, mediaan"),
        _("Doorlooptijd, negen van de tien"), _("Trage stap van"), _("Trage stap naar"), _("Wachten, mediaan"),
        _("Wachten, negen van de tien"), _("Deel van de doorlooptijd"), _("Mensen per aanvraag"),
    ]  # fmt: skip
    rows = (
        (
            " > ".join(map(kind_name, row.kinds)), row.taker, len(row.cases), row.throughput.running,
            number(row.throughput.median, 1), number(row.throughput.p90, 1),
            row.delay.giver or kind_name(row.delay.giver_kind), row.delay.taker or kind_name(row.delay.taker_kind),
            number(row.delay.waiting.median, 1), number(row.delay.waiting.p90, 1), number(row.delay.share, 4),
            number(row.people, 1),
        )
        for row in _answer(Filters.from_query(request.args)).rows
    )  # fmt: skip
    return csv_download("trage-routes", header, rows)


def _answer(filters: Filters) -> PathsAnswer:
    return answer(graph(), current_user.scope, current_user.revision, filters)
