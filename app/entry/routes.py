"""Klopt dit nog?: one screen, and a small form per line."""

from datetime import UTC, datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.entry import rules, store
from app.entry.blueprint import blueprint
from app.entry.forms import FORMS, LineForm
from app.entry.leaving.store import list_tasks
from app.entry.model import Kind, Line
from app.entry.undoing.store import list_undos
from app.entry.wording import understood
from app.platform.access import CONTRIBUTORS, allow
from app.platform.versions import mark_of
from app.platform.web import graph

LINE = f"/<any({', '.join(Kind)}):kind>/<key>"


@blueprint.get("")
@allow(CONTRIBUTORS)
def page() -> ResponseReturnValue:
    """What others see of the reader, and what of it she has still to say is right."""
    lines = store.list_lines(graph().read, current_user.scope)
    now = datetime.now(UTC)
    return render_template(
        "entry/page.html",
        lines=lines,
        tasks=list_tasks(graph(), current_user.scope),
        undos=list_undos(graph(), current_user.scope, lines),
        left=[line for line in lines if rules.is_open(line, now)],
        mark=rules.mark_of_all(lines),
        mark_of=mark_of,
    )


@blueprint.post("")
@allow(CONTRIBUTORS)
def confirm_all() -> ResponseReturnValue:
    """Put down that everything on the screen is right."""
    if store.confirm_all(graph(), current_user.scope, request.form.get("mark", "")):
        flash(_("Dank u. Alles is bevestigd."), "success")
    else:
        flash(_("Er is intussen iets gewijzigd. Kijk nog één keer, en kies dan opnieuw."), "error")
    return redirect(url_for("entry.page"))


@blueprint.post(f"{LINE}/bevestiging")
@allow(CONTRIBUTORS)
def confirm(kind: str, key: str) -> ResponseReturnValue:
    """Put down that one line is right."""
    line = store.find_line(graph().read, current_user.scope, kind, key)
    try:
        store.confirm(graph(), current_user.scope, kind, key, request.form.get("mark", ""))
    except store.StaleError:
        flash(_("Deze regel is intussen gewijzigd. Kijk nog één keer, en kies dan opnieuw."), "error")
    else:
        flash(_("Bevestigd: %(line)s.", line=line.title), "success")
    return redirect(url_for("entry.page"))


@blueprint.get(LINE)
@allow(CONTRIBUTORS)
def line(kind: str, key: str) -> ResponseReturnValue:
    """The form in which one line is changed."""
    found = store.find_line(graph().read, current_user.scope, kind, key)
    return render_template("entry/line.html", line=found, form=FORMS[found.kind].filled(found.values))


@blueprint.post(LINE)
@allow(CONTRIBUTORS)
def change_line(kind: str, key: str) -> ResponseReturnValue:
    """Keep what was filled in, unless somebody was there in between."""
    found = store.find_line(graph().read, current_user.scope, kind, key)
    form = FORMS[found.kind]()
    if not (form.validate() and form.suits(found.values)):
        return render_template("entry/line.html", line=found, form=form), 422
    try:
        store.change(graph(), current_user.scope, kind, key, form.mark.data, form.values)
    except store.StaleError as stale:
        return both_versions(stale.line, form), 409
    is_offer = found.kind is Kind.OFFER
    told = understood(found.title, form.values) if is_offer else _("Bewaard: %(line)s.", line=found.title)
    flash(told, "success")
    return redirect(url_for("entry.page"))


def both_versions(line: Line, form: LineForm, *, before: bool = False) -> str:
    """The version of a form, kept in it, beside the one that somebody stored meanwhile.

    Args:
        line: The line as it is now.
        form: The reader's own version, or with `before` the one from before her change.
        before: Whether she was taking that change back.
    """
    stored = type(form).filled(line.values)
    form.mark.data = form.mark.raw_data = None
    form.mark.process_data(stored.mark.data)
    return render_template("entry/line.html", line=line, form=form, stored=stored, before=before)
