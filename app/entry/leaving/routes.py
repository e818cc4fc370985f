"""Ik ben weg: the form, what is handed over, the leave itself, who follows, and the way back."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from app.entry.blueprint import blueprint
from app.entry.leaving import store
from app.entry.leaving.forms import LeaveForm, SuccessorForm
from app.entry.model import Kind, Line
from app.entry.store import find_line
from app.platform.access import CONTRIBUTORS, allow
from app.platform.limits import limiter
from app.platform.web import graph

# So that nobody finds out by trying which addresses are known outside the region.
few_refusals = limiter.limit("20/hour", deduct_when=lambda told: told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY)
NO_SUCCESSOR = _l("Dit adres is van iemand die hier niet kan opvolgen.")


@blueprint.get("/functie/<key>/vertrek")
@allow(CONTRIBUTORS)
def leaving(key: str) -> ResponseReturnValue:
    """Ask for the last day and who follows."""
    line = position(key)
    return leaving_page(line, leave_form(line))


@blueprint.post("/functie/<key>/vertrek")
@allow(CONTRIBUTORS)
@few_refusals
def leave(key: str) -> ResponseReturnValue:
    """Show what is handed over; and when the reader has seen that, do it."""
    line = position(key)
    form = leave_form(line)
    if not form.validate() or "back" in request.form:
        return leaving_page(line, form), 200 if "back" in request.form else 422
    if "seen" not in request.form:
        return leaving_page(line, form, "entry/leaving_preview.html")
    try:
        store.leave(graph(), current_user.scope, key, form.last_day.data, form.successor, form.private.data or [])
    except store.NoSuccessorError:
        form.email.errors = [NO_SUCCESSOR]
        return leaving_page(line, form), 422
    flash(told(line, form), "success")
    return redirect(url_for("entry.page"))


def told(line: Line, form: LeaveForm) -> str:
    """What the reader is told when she has left."""
    if form.is_past:
        return str(_("Uw functie bij %(name)s is geëindigd.", name=line.title))
    return str(_("Uw functie bij %(name)s eindigt. Hieronder kunt u dat een dag lang terugdraaien.", name=line.title))


def position(key: str) -> Line:
    """The reader's own position of this address, not yet ended; 404 when there is none."""
    line = find_line(graph().read, current_user.scope, Kind.POSITION, key)
    return line if line.key == key and line.until is None else abort(404)


def leave_form(line: Line) -> LeaveForm:
    """The form, with the reader's colleagues and with those whom she keeps to herself."""
    colleagues = store.list_colleagues(graph(), current_user.scope, line.about)
    private = store.list_private_ties(graph(), current_user.scope)
    return LeaveForm().know(colleagues).about(line.values["since"], private)


def leaving_page(line: Line, form: LeaveForm, template: str = "entry/leaving.html") -> str:
    """The form, or what is handed over when it is sent."""
    counts = store.preview(graph(), current_user.scope, line.about)
    return render_template(template, line=line, form=form, counts=counts)


@blueprint.post("/vertrek/<departure>/ongedaan")
@allow(CONTRIBUTORS)
def stay(departure: str) -> ResponseReturnValue:
    """Take a departure of less than a day ago back."""
    store.stay(graph(), current_user.scope, departure)
    flash(_("Teruggedraaid. U werkt er weer, en alles wat u overdroeg is weer van u."), "success")
    return redirect(url_for("entry.page"))


@blueprint.get("/opvolging/<task>")
@allow(CONTRIBUTORS)
def succession(task: str) -> ResponseReturnValue:
    """Ask who follows a colleague who left."""
    found = store.find_task(graph(), current_user.scope, task) or abort(404)
    return render_template("entry/succession.html", task=found, form=SuccessorForm().know(found.candidates))


@blueprint.post("/opvolging/<task>")
@allow(CONTRIBUTORS)
@few_refusals
def succeed(task: str) -> ResponseReturnValue:
    """Hand over what the colleague left to who follows."""
    found = store.find_task(graph(), current_user.scope, task) or abort(404)
    form = SuccessorForm().know(found.candidates)
    if not form.validate():
        return render_template("entry/succession.html", task=found, form=form), 422
    try:
        store.succeed(graph(), current_user.scope, task, form.successor)
    except store.NoSuccessorError:
        form.email.errors = [NO_SUCCESSOR]
        return render_template("entry/succession.html", task=found, form=form), 422
    flash(_("Overgedragen. Hieronder kunt u dat een dag lang terugdraaien."), "success")
    return redirect(url_for("entry.page"))


@blueprint.post("/opvolging/<departure>/ongedaan")
@allow(CONTRIBUTORS)
def take_back_succession(departure: str) -> ResponseReturnValue:
    """Take back that somebody follows a colleague who left."""
    store.take_back_succession(graph(), current_user.scope, departure)
    flash(_("Teruggedraaid. De vraag wie er opvolgt, staat er weer."), "success")
    return redirect(url_for("entry.page"))


@blueprint.post("/opvolging/<task>/klaar")
@allow(CONTRIBUTORS)
def finish_task(task: str) -> ResponseReturnValue:
    """Put down that a colleague's succession was seen to."""
    store.finish_task(graph(), current_user.scope, task)
    flash(_("Dank u. De vraag om een opvolger is weg."), "success")
    return redirect(url_for("entry.page"))
