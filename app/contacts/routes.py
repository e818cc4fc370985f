"""One's own contacts. No address names whose contacts to show: they are always those of who is logged in."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from app.contacts import rules, store
from app.contacts.forms import DefaultForm, StateForm, TieForm
from app.contacts.model import Alter, Tie
from app.platform.access import CONTRIBUTORS, allow
from app.platform.web import graph

blueprint = Blueprint("contacts", __name__, template_folder="templates")
PAGE = "/mijn-contacten"


@blueprint.get(PAGE)
@allow(CONTRIBUTORS)
def overview() -> ResponseReturnValue:
    """My ties: present, wanted, gone."""
    door, scope = graph(), current_user.scope
    return render_template(
        "contacts/overview.html",
        groups=rules.by_state(store.own_ties(door, scope)),
        removed=store.removed_ties(door, scope),
        default=DefaultForm(data={"visibility": store.find_default(door, scope)}),
    )


@blueprint.post(f"{PAGE}/zichtbaarheid")
@allow(CONTRIBUTORS)
def change_default() -> ResponseReturnValue:
    """Choose for whom my new ties are."""
    form = DefaultForm()
    if not form.validate():
        abort(400)
    if form.widens and not form.sure.data:
        hidden = rules.narrower(store.own_ties(graph(), current_user.scope), form.visibility.data)
        return render_template("contacts/widen.html", form=form, hidden=hidden)
    changed = store.change_default(graph(), current_user.scope, form.visibility.data, form.everything.data)
    flash(_("Uw keuze voor nieuwe contacten is bewaard."), "success")
    if changed:
        text = ngettext("%(num)s contact kreeg dezelfde keuze.", "%(num)s contacten kregen dezelfde keuze.", changed)
        flash(text, "success")
    return redirect(url_for("contacts.overview"))


@blueprint.get(f"{PAGE}/zoeken")
@allow(CONTRIBUTORS)
def search() -> ResponseReturnValue:
    """Look for a person or an organisation of the region, to add."""
    text = request.args.get("zoek", "").strip()
    long_enough = len(text) >= rules.SHORTEST_SEARCH
    matches = store.search(graph(), current_user.scope, text) if long_enough else ()
    most = len(matches) == store.MOST_MATCHES
    return render_template("contacts/search.html", text=text, long_enough=long_enough, matches=matches, most=most)


@blueprint.get(f"{PAGE}/<alter>")
@allow(CONTRIBUTORS)
def contact(alter: str) -> ResponseReturnValue:
    """My tie with one person or organisation, to add or to change."""
    found, tie = other_end(alter)
    shown = tie or Tie(state=rules.PRESENT, visibility=store.find_default(graph(), current_user.scope))
    return render_template("contacts/contact.html", alter=found, tie=tie, form=TieForm.of(shown), rules=rules)


@blueprint.post(f"{PAGE}/<alter>")
@allow(CONTRIBUTORS)
def save(alter: str) -> ResponseReturnValue:
    """Keep my tie; when another window changed it first, show both and let me choose."""
    form, (found, tie) = TieForm(), other_end(alter)
    if not form.validate():
        return render_template("contacts/contact.html", alter=found, tie=tie, form=form, rules=rules), 422
    if not store.keep_tie(graph(), current_user.scope, alter, form.tie()):
        return conflict(alter, form.tie()), 409
    flash(_("Uw contact met %(name)s is bewaard.", name=found.name), "success")
    return redirect(url_for("contacts.overview"))


def conflict(alter: str, typed: Tie) -> str:
    """The form with what was typed still in it, beside what is kept by now; sending it again keeps what was typed."""
    found, now = other_end(alter)
    form = TieForm.of(typed, formdata=None)
    form.version.data = str(now.version if now else rules.NO_TIE)
    fields = rules.differences(now, typed) if now else ()
    return render_template(
        "contacts/contact.html", alter=found, tie=now, form=form, rules=rules, typed=typed, differences=fields
    )


def other_end(alter: str) -> tuple[Alter, Tie | None]:
    """A person or organisation and my tie with it, if any; 404 when it is neither of my region nor tied to me."""
    return store.find_tie(graph(), current_user.scope, alter) or abort(404)


@blueprint.post(f"{PAGE}/<alter>/stand")
@allow(CONTRIBUTORS)
def mark(alter: str) -> ResponseReturnValue:
    """Say that a tie of mine is present, wanted or gone."""
    form, who = StateForm(), other_end(alter)[0]
    if not form.validate():
        abort(400)
    store.mark_tie(graph(), current_user.scope, alter, state=form.state.data)
    flash(_("Uw contact met %(name)s is bewaard.", name=who.name), "success")
    return redirect(url_for("contacts.overview"))


@blueprint.post(f"{PAGE}/<alter>/weghalen")
@allow(CONTRIBUTORS)
def remove(alter: str) -> ResponseReturnValue:
    """Take a tie of mine away; the page offers to put it back."""
    name = store.remove_tie(graph(), current_user.scope, alter)
    flash(_("%(name)s is weg uit uw contacten. Hieronder zet u het contact terug.", name=name), "success")
    return redirect(url_for("contacts.overview"))


@blueprint.post(f"{PAGE}/<alter>/terugzetten")
@allow(CONTRIBUTORS)
def restore(alter: str) -> ResponseReturnValue:
    """Put back what I took away."""
    name = store.restore_tie(graph(), current_user.scope, alter)
    flash(_("%(name)s staat weer in uw contacten.", name=name), "success")
    return redirect(url_for("contacts.overview"))


@blueprint.get(f"{PAGE}/anderen-noemen-u")
@allow(CONTRIBUTORS)
def reported() -> ResponseReturnValue:
    """Who tells that she is in touch with me, to confirm or to decline."""
    door, scope = graph(), current_user.scope
    return render_template(
        "contacts/reported.html",
        reported=store.reported_ties(door, scope),
        declined=store.declined_ties(door, scope),
        default=store.find_default(door, scope),
    )


@blueprint.post(f"{PAGE}/anderen-noemen-u/<ego>/klopt")
@allow(CONTRIBUTORS)
def confirm(ego: str) -> ResponseReturnValue:
    """Say that I am in touch with her, too."""
    name = store.confirm_tie(graph(), current_user.scope, ego)
    flash(_("%(name)s staat nu ook in uw contacten.", name=name), "success")
    return redirect(url_for("contacts.reported"))


@blueprint.post(f"{PAGE}/anderen-noemen-u/<ego>/klopt-niet")
@allow(CONTRIBUTORS)
def decline(ego: str) -> ResponseReturnValue:
    """Say that I am not in touch with her."""
    name = store.decline_tie(graph(), current_user.scope, ego)
    flash(_("U zei dat u geen contact hebt met %(name)s. Hieronder neemt u dat terug.", name=name), "success")
    return redirect(url_for("contacts.reported"))


@blueprint.post(f"{PAGE}/anderen-noemen-u/<ego>/terugnemen")
@allow(CONTRIBUTORS)
def take_back_decline(ego: str) -> ResponseReturnValue:
    """Take back that I declined."""
    name = store.take_back_decline(graph(), current_user.scope, ego)
    flash(_("Wat u over %(name)s zei, is teruggenomen.", name=name), "success")
    return redirect(url_for("contacts.reported"))


@blueprint.get(f"{PAGE}/verteld")
@allow(CONTRIBUTORS)
def told() -> ResponseReturnValue:
    """To whom ties of mine were told."""
    groups = rules.by_tie(store.tellings(graph(), current_user.scope))
    return render_template("contacts/told.html", groups=groups)


@blueprint.get(f"{PAGE}/zelfde-scholen")
@allow(CONTRIBUTORS)
def around() -> ResponseReturnValue:
    """Who works around my schools and is not among my contacts."""
    door, scope = graph(), current_user.scope
    rows, tied = store.around_schools(door, scope), {own.alter.id for own in store.own_ties(door, scope)}
    shown = rows if "alles" in request.args else rows[: rules.FIRST_ROWS]
    fewest = rules.FEWEST_TELLERS
    return render_template("contacts/around.html", rows=shown, found=len(rows), tied=tied, fewest=fewest)


@blueprint.post(f"{PAGE}/<alter>/gewenst")
@allow(CONTRIBUTORS)
def want(alter: str) -> ResponseReturnValue:
    """Put somebody down as a wanted contact of mine."""
    name = store.want_tie(graph(), current_user.scope, alter)
    flash(_("%(name)s staat nu bij uw gewenste contacten.", name=name), "success")
    return redirect(url_for("contacts.around"))
