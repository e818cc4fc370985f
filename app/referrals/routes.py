"""Cases: open, hand over, answer, close; and which ones ask for attention."""

from collections.abc import Callable, Iterable

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.platform.access import CONTRIBUTORS, Role, allow
from app.platform.names import list_themes
from app.platform.web import graph
from app.referrals import changes, rules, store
from app.referrals.forms import (
    OUTCOMES,
    REASONS,
    AnswerForm,
    ClosingForm,
    DeclineForm,
    HandoverForm,
    NormForm,
    OpeningForm,
    offer,
    without_spaces,
)
from app.referrals.model import Case, Organisation

blueprint = Blueprint("referrals", __name__, template_folder="templates", url_prefix="/aanvragen")
WATCHERS = frozenset({Role.SWV_MANAGER})
FURTHEST_PAGE = 10_000
CONCERNED = "alle"


@blueprint.get("")
@allow(CONTRIBUTORS)
def overview() -> str:
    """Show the viewer's cases, a page of each group: what waits for her first."""
    scope, norm = current_user.scope, store.waiting_norm(graph(), current_user.scope)
    pages = {group: page_of(group) for group in rules.Group}
    groups = store.list_mine(graph(), scope, pages)
    # What asks for attention stands on the first pages, and stays in sight of who leafs on.
    first = store.list_mine(graph(), scope, dict.fromkeys(pages, 0)) if any(pages.values()) else groups
    found = rules.concerned((case for leaf in first.values() for case in leaf.cases), norm)
    asks = [(case, why) for case, why in found if rules.may_act(case, scope.organisations)]
    return render_template("referrals/overview.html", groups=groups, asks=asks, outcomes=OUTCOMES)


def page_of(group: str) -> int:
    """Which page of a group of cases the address asks for: from 1 there, from 0 here."""
    return min(max(request.args.get(group, 1, int), 1), FURTHEST_PAGE) - 1


@blueprint.get("/wachtend")
@allow(WATCHERS)
def waiting() -> str:
    """Show which cases of the whole region have no lead, or wait too long."""
    return waiting_page()


def waiting_page(form: NormForm | None = None) -> str:
    """The page of what asks for attention in the whole region, with the form for the norm, as filled in when it was."""
    norm = store.waiting_norm(graph(), current_user.scope)
    form = form or NormForm(days=norm)
    leaf, opened = store.list_concerned(graph(), current_user.scope, norm, page_of(CONCERNED))
    cases = rules.concerned(leaf.cases, norm)
    return render_template("referrals/waiting.html", leaf=leaf, cases=cases, open=opened, norm=norm, form=form)


@blueprint.post("/wachtend")
@allow(WATCHERS)
def keep_norm() -> ResponseReturnValue:
    """Choose after how many days a case asks for attention."""
    form = NormForm()
    if not form.validate():
        return waiting_page(form), 422
    changes.keep_waiting_norm(graph(), current_user.scope, form.days.data)
    flash(_("De norm is bewaard."), "success")
    return redirect(url_for("referrals.waiting"))


@blueprint.get("/nieuw")
@allow(CONTRIBUTORS)
def opening() -> str:
    """Ask what a new case is about and where it goes first."""
    return render_template("referrals/opening.html", form=opening_form())


@blueprint.post("/nieuw")
@allow(CONTRIBUTORS)
def open_case() -> ResponseReturnValue:
    """Show what is about to be sent; send it when that is confirmed."""
    form = opening_form()
    if not form.validate() or "change" in request.form or not goes_elsewhere(form, form.giver.data):
        return render_template("referrals/opening.html", form=form), 422 if form.errors else 200
    if "confirmed" not in request.form:
        return confirm_page(form, form.giver.data, form.theme.data)
    step = changes.NewStep(form.giver.data, form.taker.data, form.note.data or None)
    try:
        changes.open_case(graph(), current_user.scope, form.number.data, form.theme.data, step)
    except changes.NumberTaken:
        form.number.errors = [_("Dit zaaknummer is er al in deze regio. Kies een ander nummer.")]
        return render_template("referrals/opening.html", form=form), 422
    return done(form.number.data, _("De aanvraag is geopend en wacht nu op een antwoord."))


def opening_form() -> OpeningForm:
    """The form for a new case, with the choices that the viewer has."""
    form, choices = OpeningForm(), store.list_choices(graph(), current_user.scope)
    offer(form.theme, list_themes(), _("Kies een thema"))
    offer(form.giver, names(choices.mine))
    offer(form.taker, names(choices.organisations), _("Kies een organisatie"))
    return form


def names(organisations: Iterable[Organisation]) -> list[tuple[str, str]]:
    """Organisations as the choices of a list."""
    return [(found.id, found.name) for found in organisations]


def goes_elsewhere(form: HandoverForm, giver: str) -> bool:
    """Whether the case goes to another organisation than it comes from; puts what is wrong with the field."""
    form.taker.errors = [_("Kies een andere organisatie dan die van uzelf.")] if form.taker.data == giver else []
    return not form.taker.errors


def confirm_page(form: HandoverForm, giver: str, theme: str, case: Case | None = None) -> str:
    """Show what is about to be sent, a route that worked before, and whether the case would go round."""
    known = {choice.value: choice.label for choice in form.taker.choices}
    return render_template(
        "referrals/confirm.html",
        form=form, case=case, taker=known[form.taker.data], giver=known[giver],
        route=store.shortest_route(graph(), current_user.scope, theme, giver),
        round=case is not None and rules.goes_round(case, form.taker.data),
    )  # fmt: skip


@blueprint.get("/<number>")
@allow(CONTRIBUTORS)
def case(number: str) -> str:
    """Show one case: who has the lead, what was said, how long it waits and at whom."""
    return case_page(seen(number))


def case_page(found: Case, meanwhile: bool = False, typed: Iterable[str | None] = ()) -> str:
    """The page of a case, with what the viewer may do; `meanwhile` says that somebody else was first.

    `typed` is what she wrote and what was not kept, so that she can use it again.
    """
    norm = store.waiting_norm(graph(), current_user.scope)
    return render_template(
        "referrals/case.html", case=found, norm=norm, concern=rules.concern(found, norm), rules=rules,
        mine=current_user.scope.organisations, meanwhile=meanwhile, typed=[text for text in typed if text],
        outcomes=OUTCOMES, reasons=REASONS, form=AnswerForm(),
    )  # fmt: skip


@blueprint.post("/<number>/aannemen")
@allow(CONTRIBUTORS)
def accept(number: str) -> ResponseReturnValue:
    """Take the case on."""
    stamp = request.form.get("stamp", "")
    said = _("U hebt nu de regie over deze aanvraag.")
    return change(number, lambda: changes.accept(graph(), current_user.scope, number, stamp), said)


@blueprint.get("/<number>/afwijzen")
@allow(CONTRIBUTORS)
def declining(number: str) -> ResponseReturnValue:
    """Ask why the case is not taken on."""
    found = seen(number)
    if not rules.may_answer(found, current_user.scope.organisations):
        return case_page(found)
    return render_template("referrals/declining.html", case=found, form=DeclineForm(stamp=found.stamp))


@blueprint.post("/<number>/afwijzen")
@allow(CONTRIBUTORS)
def decline(number: str) -> ResponseReturnValue:
    """Send the case back to who handed it over."""
    found, form = seen(number), DeclineForm()
    if not form.validate():
        return render_template("referrals/declining.html", case=found, form=form), 422
    reason, note = rules.Reason(form.reason.data), form.note.data or None
    said = _("De aanvraag is terug bij wie haar overdroeg.")
    stamp, typed = form.stamp.data, (REASONS[reason], note)
    return change(
        number, lambda: changes.decline(graph(), current_user.scope, number, stamp, reason, note), said, typed
    )


@blueprint.get("/<number>/overdragen")
@allow(CONTRIBUTORS)
def handing_over(number: str) -> ResponseReturnValue:
    """Ask to which organisation the case goes."""
    found = seen(number)
    if not rules.may_go_on(found, current_user.scope.organisations):
        return case_page(found)
    return handover_page(found, handover_form(found.stamp))


def handover_form(stamp: str | None = None) -> HandoverForm:
    """The form to hand a case over."""
    form = HandoverForm(stamp=stamp)
    offer(form.taker, names(store.list_choices(graph(), current_user.scope).organisations), _("Kies een organisatie"))
    return form


def handover_page(found: Case, form: HandoverForm) -> str:
    """The form to hand a case over, with the shortest route that worked before."""
    route = store.shortest_route(graph(), current_user.scope, found.theme, found.lead.organisation.id)
    return render_template("referrals/handing_over.html", case=found, form=form, route=route)


@blueprint.post("/<number>/overdragen")
@allow(CONTRIBUTORS)
def hand_over(number: str) -> ResponseReturnValue:
    """Show what is about to be sent; send it when that is confirmed."""
    found, form = seen(number), handover_form()
    giver = found.lead.organisation.id
    if not form.validate() or "change" in request.form or not goes_elsewhere(form, giver):
        return handover_page(found, form), 422 if form.errors else 200
    if "confirmed" not in request.form:
        return confirm_page(form, giver, found.theme, found)
    stamp, taker, note = form.stamp.data, form.taker.data, form.note.data or None
    said = _("De aanvraag is overgedragen en wacht nu op een antwoord. Tot die tijd houdt u de regie.")
    return change(
        number, lambda: changes.hand_over(graph(), current_user.scope, number, stamp, taker, note), said, [note]
    )


@blueprint.get("/<number>/terugnemen")
@allow(CONTRIBUTORS)
def taking_back(number: str) -> ResponseReturnValue:
    """Ask whether the last handover must really be taken back."""
    found = seen(number)
    if not rules.may_take_back(found, current_user.scope.organisations):
        return case_page(found)
    slip = rules.is_slip(found.steps[-1], found.today)
    return render_template("referrals/taking_back.html", case=found, slip=slip, form=AnswerForm(stamp=found.stamp))


@blueprint.post("/<number>/terugnemen")
@allow(CONTRIBUTORS)
def take_back(number: str) -> ResponseReturnValue:
    """Take the last handover back."""
    stamp = request.form.get("stamp", "")
    said = _("De overdracht is teruggenomen.")
    return change(number, lambda: changes.take_back(graph(), current_user.scope, number, stamp), said)


@blueprint.get("/<number>/sluiten")
@allow(CONTRIBUTORS)
def closing(number: str) -> ResponseReturnValue:
    """Ask how it ended."""
    found = seen(number)
    if not rules.may_go_on(found, current_user.scope.organisations):
        return case_page(found)
    return render_template("referrals/closing.html", case=found, form=ClosingForm(stamp=found.stamp))


@blueprint.post("/<number>/sluiten")
@allow(CONTRIBUTORS)
def close(number: str) -> ResponseReturnValue:
    """Close the case."""
    found, form = seen(number), ClosingForm()
    if not form.validate():
        return render_template("referrals/closing.html", case=found, form=form), 422
    outcome = rules.Outcome(form.outcome.data)
    said = _("De aanvraag is gesloten.")
    stamp, typed = form.stamp.data, [OUTCOMES[outcome]]
    return change(number, lambda: changes.close(graph(), current_user.scope, number, stamp, outcome), said, typed)


def seen(number: str) -> Case:
    """The case with this number; 404 for who is not on it."""
    watches = current_user.role in WATCHERS
    cases = store.read_cases(graph(), current_user.scope, [without_spaces(number)], whole=watches)
    return cases[0] if cases else abort(404)


def change(
    number: str, make: Callable[[], bool | None], said: str, typed: Iterable[str | None] = ()
) -> ResponseReturnValue:
    """Make a change and say so; show what happened meanwhile, and what was typed, when somebody else was first."""
    try:
        left = make()
    except changes.Meanwhile as meanwhile:
        return case_page(meanwhile.case, meanwhile=True, typed=typed), 409
    return done(number, said, gone=left is False)


def done(number: str, said: str, gone: bool = False) -> ResponseReturnValue:
    """Say what was done, on the case or where it no longer is there on the overview."""
    flash(said, "success")
    return redirect(url_for("referrals.overview") if gone else url_for("referrals.case", number=number))
