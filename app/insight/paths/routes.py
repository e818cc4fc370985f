"""Trage routes: the page, the evidence behind a route, and the tables to take along."""

from flask import Response, abort, render_template, request
from flask_login import current_user

from app.insight.blueprint import blueprint
from app.insight.filters import Filters, filter_options
from app.insight.paths.store import PathsAnswer, answer, short_lines
from app.insight.paths.tables import LOOP_HEADER, ROUTE_HEADER, loop_cells, route_cells
from app.platform.access import FEWEST_CASES, FINDINGS, allow
from app.platform.downloads import csv_download
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
    """Give the routes as a table to take along."""
    rows = _answer(Filters.from_query(request.args)).rows
    return csv_download("trage-routes", ROUTE_HEADER, map(route_cells, rows))


@blueprint.get("/rondjes.csv")
@allow(FINDINGS)
def loops_csv() -> Response:
    """Give the circles as a table to take along."""
    loops = _answer(Filters.from_query(request.args)).loops
    return csv_download("rondjes", LOOP_HEADER, map(loop_cells, loops))


def _answer(filters: Filters) -> PathsAnswer:
    return answer(graph(), current_user.scope, current_user.revision, filters)
