"""Tasks for who keeps the region, and the yearly check by a link from a mail."""

from datetime import UTC, datetime

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.outbox import checks, links, store
from app.outbox.forms import RemarkForm
from app.outbox.rules import LONGEST_REMARK, Check, is_done
from app.platform.access import REGION_KEEPERS, allow, public
from app.platform.limits import limiter
from app.platform.web import graph

blueprint = Blueprint("outbox", __name__, template_folder="templates")


@blueprint.get("/taken")
@allow(REGION_KEEPERS)
def tasks() -> ResponseReturnValue:
    """List what waits for somebody in the region."""
    rows = store.list_tasks(graph(), current_user.scope, datetime.now(UTC))
    return render_template("outbox/tasks.html", tasks=rows)


@blueprint.post("/taken/<task>/klaar")
@allow(REGION_KEEPERS)
def finish_task(task: str) -> ResponseReturnValue:
    """Mark a task as done."""
    if not store.finish_task(graph(), current_user.scope, task):
        abort(404)
    flash(_("De taak is klaar. Toch niet? Zet hem terug, onder aan deze pagina."), "success")
    return redirect(url_for("outbox.tasks"))


@blueprint.post("/taken/<task>/opnieuw")
@allow(REGION_KEEPERS)
def retry_task(task: str) -> ResponseReturnValue:
    """Send the mail that a task is about once more."""
    if not store.retry_task(graph(), current_user.scope, task, datetime.now(UTC)):
        abort(404)
    flash(_("De mail gaat opnieuw op weg. Lukt het weer niet, dan komt er een nieuwe taak."), "success")
    return redirect(url_for("outbox.tasks"))


@blueprint.post("/taken/<task>/heropenen")
@allow(REGION_KEEPERS)
def reopen_task(task: str) -> ResponseReturnValue:
    """Let a task wait again."""
    if not store.reopen_task(graph(), current_user.scope, task):
        abort(404)
    flash(_("De taak staat weer open."), "success")
    return redirect(url_for("outbox.tasks"))


def digest_of(token: str) -> str | None:
    """Under what the graph keeps the link in the address."""
    return links.token_digest(current_app.extensions["settings"], token)


def gone() -> ResponseReturnValue:
    """Say that a link works no more; the same for every link that does not work."""
    return render_template("outbox/gone.html"), 410


def check_page(token: str, check: Check, form: RemarkForm) -> str:
    """What others see of her, line by line."""
    return render_template("outbox/check.html", token=token, check=check, form=form, longest=LONGEST_REMARK)


def onward(token: str, check: Check | None) -> ResponseReturnValue:
    """After a change: back to the lines that are left, or thanks when none is."""
    if check is None:
        return gone()
    if is_done(check):
        return render_template("outbox/thanks.html", check=check)
    return redirect(url_for("outbox.check_by_link", token=token))


@blueprint.get("/klopt-dit-nog/<token>")
@public
def check_by_link(token: str) -> ResponseReturnValue:
    """Ask whether everything is still right; a mail scanner that follows the link changes nothing."""
    check = checks.find_check(graph(), digest_of(token))
    return check_page(token, check, RemarkForm()) if check else gone()


@blueprint.post("/klopt-dit-nog/<token>")
@public
@limiter.limit("20/minute")
def confirm_by_link(token: str) -> ResponseReturnValue:
    """Put down that a line is right, or all of them."""
    form = request.form
    try:
        check = checks.confirm(graph(), digest_of(token), form.get("line", ""), form.get("mark", ""))
    except checks.ShownOtherwiseError:
        flash(_("Er is intussen iets gewijzigd. Kijk nog één keer, en kies dan opnieuw."), "error")
        return redirect(url_for("outbox.check_by_link", token=token))
    if check and not is_done(check):
        flash(_("Dank u wel, dat is vastgelegd."), "success")
    return onward(token, check)


@blueprint.get("/klopt-dit-nog/<token>/weg/<organisation>")
@public
def leaving_by_link(token: str, organisation: str) -> ResponseReturnValue:
    """Ask whether she really does not work there any more."""
    check = checks.find_check(graph(), digest_of(token))
    if check is None:
        return gone()
    place = checks.workplace(check, organisation)
    return render_template("outbox/leaving.html", token=token, place=place)


@blueprint.post("/klopt-dit-nog/<token>/weg/<organisation>")
@public
@limiter.limit("20/minute")
def leave_by_link(token: str, organisation: str) -> ResponseReturnValue:
    """Make today her last day there."""
    check = checks.leave(graph(), digest_of(token), organisation)
    if check and not is_done(check):
        flash(_("Dank u wel. Vandaag staat nu als uw laatste dag daar."), "success")
    return onward(token, check)


@blueprint.post("/klopt-dit-nog/<token>/opmerking")
@public
@limiter.limit("20/minute")
@limiter.limit("10/day", key_func=lambda: request.path)
def remark_by_link(token: str) -> ResponseReturnValue:
    """Pass on what is wrong to who keeps the region."""
    form, digest = RemarkForm(), digest_of(token)
    check = checks.find_check(graph(), digest)
    if check is None:
        return gone()
    if not form.validate():
        return check_page(token, check, form), 422
    if not checks.remark(graph(), digest, form.words.data):
        return gone()
    flash(_("Dank u wel. Uw samenwerkingsverband krijgt dit te lezen en past het aan."), "success")
    return redirect(url_for("outbox.check_by_link", token=token))
