"""Agreements: the list, the form, and the end of one."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.platform.access import CONTRIBUTORS, allow
from app.platform.versions import shown_version
from app.platform.web import graph
from app.referrals.agreements import rules, store
from app.referrals.agreements.forms import AgreementForm
from app.referrals.forms import offer
from app.referrals.model import Organisation
from app.referrals.store import list_choices

blueprint = Blueprint("agreements", __name__, template_folder="../templates", url_prefix="/afspraken")


@blueprint.get("")
@allow(CONTRIBUTORS)
def overview() -> str:
    """Show the viewer's agreements, and to whom people really turn."""
    scope = current_user.scope
    found = [(row, asked_instead(row)) for row in store.list_agreements(graph(), scope)]
    choices = list_choices(graph(), scope)
    others = [row for row in choices.organisations if row.id not in scope.organisations]
    return render_template("referrals/agreements/overview.html", agreements=found, mine=choices.mine, others=others)


def asked_instead(agreement: rules.Agreement) -> rules.Difference | None:
    """The difference between the agreed contact person and those whom people turn to."""
    person = agreement.their_person.id if agreement.their_person else None
    return rules.difference(store.turned_to(graph(), current_user.scope, agreement), person)


@blueprint.get("/nieuw")
@allow(CONTRIBUTORS)
def making() -> str:
    """Ask what was agreed with the organisation that was chosen on the overview."""
    mine, other = ends()
    return form_page(form_of(mine, other), mine, other)


@blueprint.post("/nieuw")
@allow(CONTRIBUTORS)
def make() -> ResponseReturnValue:
    """Put an agreement down."""
    mine, other = ends()
    form = form_of(mine, other)
    if not form.validate():
        return form_page(form, mine, other), 422
    try:
        store.make(graph(), current_user.scope, mine.id, other.id, terms(form))
    except store.ThereAlreadyError:
        form.subject.errors = [_("Deze afspraak staat er al. Kijk bij uw afspraken.")]
        return form_page(form, mine, other), 422
    flash(_("De afspraak is bewaard."), "success")
    return redirect(url_for("agreements.overview"))


@blueprint.get("/<agreement>")
@allow(CONTRIBUTORS)
def changing(agreement: str) -> str:
    """Show an agreement in its form."""
    found = hers(agreement)
    return form_page(form_of(found.mine, found.other, found), found.mine, found.other, found)


@blueprint.post("/<agreement>")
@allow(CONTRIBUTORS)
def change(agreement: str) -> ResponseReturnValue:
    """Give an agreement other terms; when somebody else was first, show both versions and lose neither."""
    found = hers(agreement)
    form = form_of(found.mine, found.other)
    if not form.validate():
        return form_page(form, found.mine, found.other, found), 422
    try:
        store.change(graph(), current_user.scope, agreement, shown_version(form.version.data), terms(form))
    except store.ChangedMeanwhile as meanwhile:
        form.version.data = str(meanwhile.agreement.version)
        return form_page(form, found.mine, found.other, meanwhile.agreement, both=True), 409
    flash(_("De afspraak is bewaard."), "success")
    return redirect(url_for("agreements.overview"))


@blueprint.get("/<agreement>/beeindigen")
@allow(CONTRIBUTORS)
def ending(agreement: str) -> str:
    """Ask whether the agreement must really end."""
    return render_template("referrals/agreements/ending.html", agreement=hers(agreement))


@blueprint.post("/<agreement>/beeindigen")
@allow(CONTRIBUTORS)
def end(agreement: str) -> ResponseReturnValue:
    """End an agreement; when somebody else changed it first, show what it says now and ask again."""
    try:
        store.end(graph(), current_user.scope, agreement, shown_version(request.form.get("version")))
    except store.ChangedMeanwhile as meanwhile:
        return render_template("referrals/agreements/ending.html", agreement=meanwhile.agreement, meanwhile=True), 409
    flash(_("De afspraak is beëindigd."), "success")
    return redirect(url_for("agreements.overview"))


def hers(agreement: str) -> rules.Agreement:
    """An agreement of the viewer's organisations; 404 for another."""
    return store.find_agreement(graph(), current_user.scope, agreement) or abort(404)


def ends() -> tuple[Organisation, Organisation]:
    """The viewer's organisation and the other, as chosen in the address; 404 when they are not to be had."""
    choices = list_choices(graph(), current_user.scope)
    mine = next((row for row in choices.mine if row.id == request.args.get("van")), None)
    other = next((row for row in choices.organisations if row.id == request.args.get("met")), None)
    if mine is None or other is None or other.id in current_user.scope.organisations:
        abort(404)
    return mine, other


def form_of(mine: Organisation, other: Organisation, found: rules.Agreement | None = None) -> AgreementForm:
    """The form of an agreement between two organisations, filled in with what was agreed."""
    form = AgreementForm(data=found and agreed(found))
    offer(form.lead, [(mine.id, mine.name), (other.id, other.name)])
    for field, organisation in ((form.our_person, mine), (form.their_person, other)):
        workers = store.list_workers(graph(), current_user.scope, organisation.id)
        offer(field, [(person.id, person.name) for person in workers], _("Nog niemand"))
    return form


def agreed(found: rules.Agreement) -> dict[str, Any]:
    """What the form says when it is opened."""
    people = {"our_person": found.our_person, "their_person": found.their_person}
    return vars(found) | {field: person.id if person else "" for field, person in people.items()}


def form_page(
    form: AgreementForm,
    mine: Organisation,
    other: Organisation,
    found: rules.Agreement | None = None,
    both: bool = False,
) -> str:
    """The page with the form; `both` says that somebody else was first, and shows what she wrote beside it."""
    return render_template("referrals/agreements/form.html", form=form, mine=mine, other=other, found=found, both=both)


def terms(form: AgreementForm) -> store.Terms:
    """What the form says."""
    people = form.our_person.data or None, form.their_person.data or None
    return store.Terms(form.subject.data, form.review_at.data, form.lead.data, *people)
