"""Doubles: finding them, merging two or saying that they are none, and taking that back."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.directory.blueprint import blueprint
from app.directory.merging import rules, store
from app.directory.merging.words import REFUSALS
from app.platform.access import REGION_KEEPERS, allow
from app.platform.web import graph


@blueprint.get("/dubbelen")
@allow(REGION_KEEPERS)
def doubles() -> ResponseReturnValue:
    """List who and what is likely to stand there twice, and the last merges."""
    dismissals = store.list_dismissals(graph(), current_user.scope)
    people, organisations = store.list_doubles(graph(), current_user.scope, dismissals)
    return render_template(
        "directory/doubles.html",
        people=people,
        organisations=organisations,
        dismissals=dismissals,
        merges=store.list_merges(graph(), current_user.scope),
    )


@blueprint.get("/dubbelen/<kept>/<gone>")
@allow(REGION_KEEPERS)
def double(kept: str, gone: str) -> ResponseReturnValue:
    """Show two entries side by side, and which value stays."""
    one, other = store.find_pair(graph(), current_user.scope, kept, gone) or abort(404)
    reason = rules.refusal(one, other, current_user.person)
    return render_template(
        "directory/double.html",
        kept=one,
        gone=other,
        lines=rules.side_by_side(one, other),
        refusal=REFUSALS[reason] if reason else None,
    )


@blueprint.post("/dubbelen/<kept>/<gone>")
@allow(REGION_KEEPERS)
def merge(kept: str, gone: str) -> ResponseReturnValue:
    """Make one entry of two."""
    try:
        store.merge(graph(), current_user.scope, kept, gone)
    except store.RefusedError as error:
        flash(REFUSALS[error.reason], "error")
        return redirect(url_for("directory.double", kept=kept, gone=gone))
    flash(_("Samengevoegd. U kunt dit hieronder terugdraaien."), "success")
    return redirect(url_for("directory.doubles"))


@blueprint.post("/samenvoegingen/<merge>/terug")
@allow(REGION_KEEPERS)
def take_back(merge: str) -> ResponseReturnValue:
    """Make two entries of one again."""
    try:
        store.take_back(graph(), current_user.scope, merge)
    except store.RefusedError as error:
        flash(REFUSALS[error.reason], "error")
    else:
        flash(_("Teruggedraaid. Alles staat weer zoals het was."), "success")
    return redirect(url_for("directory.doubles"))


@blueprint.post("/dubbelen/<one>/<other>/geen-dubbele")
@allow(REGION_KEEPERS)
def dismiss(one: str, other: str) -> ResponseReturnValue:
    """Put down that two are no doubles, so that they are not suggested again."""
    store.dismiss(graph(), current_user.scope, one, other)
    flash(_("Bewaard: dit zijn geen dubbelen. U kunt dat hieronder terugnemen."), "success")
    return redirect(url_for("directory.doubles"))


@blueprint.post("/dubbelen/<one>/<other>/toch-misschien")
@allow(REGION_KEEPERS)
def suggest_again(one: str, other: str) -> ResponseReturnValue:
    """Take back that two are no doubles."""
    store.suggest_again(graph(), current_user.scope, one, other)
    flash(_("Teruggenomen. Lijken ze op elkaar, dan staan ze hier weer tussen."), "success")
    return redirect(url_for("directory.doubles"))
