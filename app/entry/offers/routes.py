"""Adding an offer, and removing one."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from wtforms.fields.choices import SelectChoice

from app.entry.blueprint import blueprint
from app.entry.forms import NewOfferForm
from app.entry.model import Kind
from app.entry.offers import store
from app.entry.store import StaleError, list_lines
from app.entry.wording import understood
from app.platform.access import CONTRIBUTORS, allow
from app.platform.names import list_themes, theme_name
from app.platform.web import graph


@blueprint.get("/nieuw-aanbod")
@allow(CONTRIBUTORS)
def new_offer() -> ResponseReturnValue:
    """Ask what is offered that is not there yet."""
    return render_template("entry/new_offer.html", form=offer_form(request.args.get("van")))


@blueprint.post("/nieuw-aanbod")
@allow(CONTRIBUTORS)
def add_offer() -> ResponseReturnValue:
    """Put the offer down."""
    form = offer_form()
    if not form.validate():
        return render_template("entry/new_offer.html", form=form), 422
    try:
        store.add(graph(), current_user.scope, form.holder.data, form.theme.data, form.values)
    except store.ThereAlreadyError:
        form.theme.errors = [_("Dit thema staat er al. Wijzig het op de vorige pagina.")]
        return render_template("entry/new_offer.html", form=form), 422
    flash(understood(theme_name(form.theme.data), form.values), "success")
    return redirect(url_for("entry.page"))


def offer_form(holder: str | None = None) -> NewOfferForm:
    """The form, with the holders for which the reader may add an offer, and the themes."""
    form = NewOfferForm(holder=holder)
    lines = list_lines(graph().read, current_user.scope)
    form.holder.choices = [(line.holder, line.title) for line in lines if line.kind in {Kind.PERSON, Kind.ORGANISATION}]
    form.theme.choices = [SelectChoice(*theme) for theme in list_themes()]
    return form


@blueprint.post("/aanbod/<key>/verwijdering")
@allow(CONTRIBUTORS)
def remove_offer(key: str) -> ResponseReturnValue:
    """Take the offer away; the page that follows has the way back."""
    try:
        store.remove(graph(), current_user.scope, key, request.form.get("mark", ""))
    except StaleError:
        flash(_("Deze regel is intussen gewijzigd. Kijk nog één keer, en kies dan opnieuw."), "error")
    return redirect(url_for("entry.page"))
