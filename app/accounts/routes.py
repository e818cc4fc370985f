"""Coming in, going out, and who may."""

import hashlib
from datetime import datetime

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user

from app.accounts import links, passwords, rules, store, wording
from app.accounts.audit import PAGE, list_events, list_names
from app.accounts.forms import PASSWORD_PROBLEMS, InviteForm, LoginForm, PasswordForm, RoleForm
from app.platform.access import ACCOUNT_KEEPERS, AUDIT_READERS, EVERYONE, Role, allow, public
from app.platform.graph import Graph
from app.platform.limits import limiter
from app.platform.web import graph, local_path

blueprint = Blueprint("accounts", __name__, template_folder="templates")


def typed_email() -> str:
    """The e-mail address in the form, as accounts keep it."""
    return request.form.get("email", "").strip().lower()


def email_key() -> str:
    """Under what to count attempts on one account: not the address itself, which does not belong in that file."""
    return hashlib.sha256(typed_email().encode()).hexdigest()


@blueprint.get("/inloggen")
@public
def login() -> ResponseReturnValue:
    """Ask who is there."""
    return render_template("accounts/login.html", form=LoginForm(next=request.args.get("next")))


@blueprint.post("/inloggen")
@public
@limiter.limit("10/minute")
@limiter.limit("10/minute", key_func=email_key)
def login_by_password() -> ResponseReturnValue:
    """Let somebody in with the password that she set herself."""
    form = LoginForm()
    entry, kept = store.find_password(graph(), typed_email())
    fits = passwords.password_fits(kept, form.password.data or "")
    if not (form.validate() and entry and kept and fits and come_in(entry, "password")):
        flash(_("Dit e-mailadres en wachtwoord horen niet bij elkaar."), "error")
        return render_template("accounts/login.html", form=form), 422
    if passwords.is_outdated(kept):
        store.rehash_password(graph(), entry.account, passwords.hash_password(form.password.data))
    return redirect(local_path(form.next.data))


@blueprint.get("/inloggen/<token>")
@public
def link(token: str) -> ResponseReturnValue:
    """Show as whom the holder of a one-time link is to come in; a mail scanner that follows it uses nothing up."""
    digest = links.token_digest(current_app.extensions["settings"], token)
    holder = digest and store.find_token(graph(), digest)
    if not holder:
        return render_template("accounts/link_gone.html"), 410
    return render_template("accounts/link.html", holder=holder, token=token)


@blueprint.post("/inloggen/<token>")
@public
@limiter.limit("20/minute")
def use_link(token: str) -> ResponseReturnValue:
    """Let the holder of a one-time link in, once."""
    digest = links.token_digest(current_app.extensions["settings"], token)
    entry = digest and store.use_token(graph(), digest)
    if not (entry and come_in(entry, "link")):
        return render_template("accounts/link_gone.html"), 410
    return redirect(url_for("platform.home"))


def come_in(entry: store.Entry, by: str) -> bool:
    """Begin a fresh session for an account; False when its person works nowhere any more."""
    viewer = store.find_viewer(graph(), entry.account, entry.stamp)
    if viewer is None:
        return False
    language = session.get("language")
    session.clear()
    session.update({"stamp": entry.stamp, "came_by": by} | ({"language": language} if language else {}))
    return bool(login_user(viewer))


@blueprint.post("/uitloggen")
@allow(EVERYONE)
def logout() -> ResponseReturnValue:
    """Leave, on every device: a copy of the cookie is worth nothing afterwards."""
    store.end_sessions(graph(), current_user.scope)
    session.clear()
    flash(_("U bent uitgelogd."), "success")
    return redirect(url_for("accounts.login"))


@blueprint.post("/werkplek")
@allow(EVERYONE)
def choose_workplace() -> ResponseReturnValue:
    """Look as another of the organisations where she works, from here on."""
    chosen = request.form.get("organisation")
    if chosen not in {place.organisation for place in current_user.workplaces}:
        abort(404)
    session["workplace"] = chosen
    return redirect(url_for("platform.home"))


@blueprint.get("/wachtwoord")
@allow(EVERYONE)
def password() -> ResponseReturnValue:
    """Ask for a password to come in with next time."""
    return render_template("accounts/password.html", form=PasswordForm(), ask_current=asks_current_password())


@blueprint.post("/wachtwoord")
@allow(EVERYONE)
@limiter.limit("10/minute")
def change_password() -> ResponseReturnValue:
    """Set the password, and end the sessions on other devices."""
    form = PasswordForm()
    ask_current = asks_current_password()
    if not (form.validate() and password_accepted(form, ask_current)):
        return render_template("accounts/password.html", form=form, ask_current=ask_current), 422
    entry = store.change_password(graph(), current_user.scope, passwords.hash_password(form.new.data))
    come_in(entry, "password")
    flash(_("Uw wachtwoord is ingesteld. Op andere apparaten bent u uitgelogd."), "success")
    return redirect(url_for("platform.home"))


def asks_current_password() -> bool:
    """Whether the viewer must type her present password first."""
    _entry, kept = store.find_password(graph(), current_user.email)
    return rules.needs_current_password(session.get("came_by", "password"), kept is not None)


def password_accepted(form: PasswordForm, ask_current: bool) -> bool:
    """Whether the new password will do and the present one is right; puts what is wrong with the field."""
    _entry, kept = store.find_password(graph(), current_user.email)
    if ask_current and not passwords.password_fits(kept, form.current.data or ""):
        form.current.errors = [_("Dit is niet uw wachtwoord van nu.")]
        return False
    problem = rules.password_problem(form.new.data, current_user.name, current_user.email)
    form.new.errors = [PASSWORD_PROBLEMS[problem]] if problem else []
    return problem is None


@blueprint.get("/accounts")
@allow(ACCOUNT_KEEPERS)
def overview() -> ResponseReturnValue:
    """Who may come in, and whom to invite."""
    return overview_page(InviteForm())


def overview_page(form: InviteForm, link: str | None = None, email: str | None = None) -> str:
    """The accounts page, with the one-time link that was just made on top."""
    door: Graph = graph()
    return render_template(
        "accounts/overview.html",
        form=form,
        accounts=store.list_accounts(door, current_user.scope),
        people=store.list_invitable_people(door, current_user.scope),
        roles=list(Role),
        link=link,
        email=email,
    )


@blueprint.post("/accounts")
@allow(ACCOUNT_KEEPERS)
def invite() -> ResponseReturnValue:
    """Give somebody of the region an account, and show the one-time link to pass on."""
    form, email = InviteForm(), typed_email()
    invitable = {person.email for person in store.list_invitable_people(graph(), current_user.scope)}
    if not form.validate():
        return overview_page(form), 422
    if email not in invitable:
        form.email.errors = [_("Deze persoon werkt niet in de regio, of heeft al een account.")]
        return overview_page(form), 422
    store.open_account(graph(), current_user.scope, email, Role(form.role.data))
    return overview_page(InviteForm(formdata=None), new_link(email), email)


def new_link(email: str) -> str:
    """A one-time link that the viewer hands to somebody else."""
    return links.make_login_link(graph(), current_app.extensions["settings"], email, current_user.scope)


def managed_account(account: str) -> store.Account:
    """The account of the region that the viewer manages; 404 when there is none, or it is her own."""
    found = store.find_account(graph(), current_user.scope, account)
    if found is None or not rules.may_manage(current_user.id, account):
        abort(404)
    return found


@blueprint.post("/accounts/<account>/link")
@allow(ACCOUNT_KEEPERS)
def make_link(account: str) -> ResponseReturnValue:
    """Show another one-time link to pass on."""
    found = managed_account(account)
    if found.closed_on:
        abort(404)
    return overview_page(InviteForm(formdata=None), new_link(found.email), found.email)


@blueprint.post("/accounts/<account>/rol")
@allow(ACCOUNT_KEEPERS)
def change_role(account: str) -> ResponseReturnValue:
    """Give somebody another role."""
    found, form = managed_account(account), RoleForm()
    if not form.validate():
        abort(400)
    store.change_role(graph(), current_user.scope, account, Role(form.role.data))
    flash(_("%(name)s heeft een andere rol.", name=found.name), "success")
    return redirect(url_for("accounts.overview"))


@blueprint.get("/accounts/<account>/sluiten")
@allow(ACCOUNT_KEEPERS)
def closing(account: str) -> ResponseReturnValue:
    """Ask whether the account must really be closed."""
    return render_template("accounts/closing.html", account=managed_account(account))


@blueprint.post("/accounts/<account>/sluiten")
@allow(ACCOUNT_KEEPERS)
def close(account: str) -> ResponseReturnValue:
    """Close the account."""
    found = managed_account(account)
    store.close_account(graph(), current_user.scope, account)
    flash(_("Het account van %(name)s is gesloten.", name=found.name), "success")
    return redirect(url_for("accounts.overview"))


@blueprint.post("/accounts/<account>/heropenen")
@allow(ACCOUNT_KEEPERS)
def reopen(account: str) -> ResponseReturnValue:
    """Open the account again."""
    found = managed_account(account)
    store.reopen_account(graph(), current_user.scope, account)
    flash(_("Het account van %(name)s is weer open.", name=found.name), "success")
    return redirect(url_for("accounts.overview"))


@blueprint.get("/logboek")
@allow(AUDIT_READERS)
def audit() -> ResponseReturnValue:
    """Read what was changed in the region, and by whom."""
    chosen = request.args.get("onderdeel", "")
    before = request.args.get("voor", type=datetime.fromisoformat)
    found = list_events(graph(), current_user.scope, before, chosen if chosen in wording.ROOMS else "")
    events, more = found[:PAGE], found[PAGE:]
    older = events[-1].at.isoformat() if more else None
    names = list_names(graph(), current_user.scope, events)
    return render_template(
        "accounts/audit.html", events=events, older=older, chosen=chosen, names=names, wording=wording
    )
