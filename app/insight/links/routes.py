"""Ontbrekende schakels: the page, a page of evidence per finding, a table to take along, and the region's norms."""

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.insight.blueprint import blueprint
from app.insight.filters import Filters, filter_options
from app.insight.links import store
from app.insight.links.forms import NormsForm
from app.insight.links.model import Finding, OneSided
from app.insight.links.rules import narrow
from app.insight.links.tables import cells, header
from app.platform.access import FINDINGS, Role, allow
from app.platform.downloads import csv_download
from app.platform.web import graph

RULES = "same-cases", "norm", "one-sided", "wanted", "near-miss"
RULE = "<any('{}'):rule>".format("', '".join(RULES))
NORM_KEEPERS = frozenset({Role.SWV_MANAGER})
FIRST_ROWS = 10


@blueprint.get("/ontbrekende-schakels")
@allow(FINDINGS)
def links() -> ResponseReturnValue:
    """The missing links by rule: the first of each, or all of one."""
    rule = request.args.get("regel")
    if rule not in {None, *RULES}:
        abort(404)
    filters = Filters.from_query(request.args)
    return render_template(
        "insight/links/page.html",
        answer=current_answer(),
        rows_by_rule=narrowed(filters),
        shown=(rule,) if rule else RULES,
        limit=None if rule else FIRST_ROWS,
        filters=filters,
        options=filter_options(graph(), current_user.scope),
    )


@blueprint.get(f"/ontbrekende-schakels/{RULE}.csv")
@allow(FINDINGS)
def links_csv(rule: str) -> Response:
    """The rows of one rule, as the filters leave them."""
    rows = narrowed(Filters.from_query(request.args))[rule]
    return csv_download(f"ontbrekende-schakels-{rule}", header(rule), map(cells, rows))


@blueprint.get(f"/ontbrekende-schakels/{RULE}/<key>")
@allow(FINDINGS)
def links_evidence(rule: str, key: str) -> ResponseReturnValue:
    """Why one finding stands there: the rows behind it."""
    found = current_answer()
    row = next((row for row in found.by_rule[rule] if row.key == key), None) or abort(404)
    shared = store.shared_cases(graph(), current_user.scope, row) if isinstance(row, OneSided) else ()
    return render_template("insight/links/evidence.html", row=row, answer=found, shared=shared)


@blueprint.get("/ontbrekende-schakels/normen")
@allow(NORM_KEEPERS)
def norms() -> ResponseReturnValue:
    """Which fixed contacts this region asks of its schools."""
    return render_template("insight/links/norms.html", norms=store.norms(graph(), current_user.scope), form=NormsForm())


@blueprint.post("/ontbrekende-schakels/normen")
@allow(NORM_KEEPERS)
def keep_norms() -> ResponseReturnValue:
    """Keep the chosen norms and no others."""
    form = NormsForm()
    form.kept.choices = [norm.code for norm in store.norms(graph(), current_user.scope)]
    if not form.validate_on_submit():
        abort(400)
    store.keep_norms(graph(), current_user.scope, form.kept.data)
    flash(_("De vaste contacten zijn bewaard."), "success")
    return redirect(url_for("insight.links", regel="norm"))


def current_answer() -> store.LinksAnswer:
    """The missing links of the reader's region, as it is now."""
    return store.answer(graph(), current_user.scope, current_user.revision)


def narrowed(filters: Filters) -> dict[str, tuple[Finding, ...]]:
    """The rows of each rule that the filters leave."""
    return narrow(current_answer().by_rule, filters.municipality, filters.kind, filters.theme)
