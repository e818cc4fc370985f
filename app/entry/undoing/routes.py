"""Taking a change of one's entry back."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.entry.blueprint import blueprint
from app.entry.forms import FORMS
from app.entry.routes import both_versions
from app.entry.undoing import store
from app.platform.access import CONTRIBUTORS, allow
from app.platform.web import graph


@blueprint.post("/ongedaan/<undo>")
@allow(CONTRIBUTORS)
def take_back(undo: str) -> ResponseReturnValue:
    """Make a line again what it was before the reader's change, unless somebody changed it since."""
    try:
        store.undo(graph(), current_user.scope, undo)
    except store.ChangedSinceError as since:
        if since.line and since.was:
            return both_versions(since.line, FORMS[since.line.kind].filled(since.was), before=True), 409
        flash(_("Dit kan niet meer: iemand heeft het intussen gewijzigd."), "error")
    else:
        flash(_("Teruggedraaid. Het staat er weer zoals het was."), "success")
    return redirect(url_for("entry.page"))
