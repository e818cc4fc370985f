"""Putting another's entry right, for who keeps the region: the same forms as her own, and the same care for both."""

from datetime import UTC, datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from wtforms.fields.choices import SelectChoice

from app.entry.blueprint import for_keepers
from app.entry.forms import LineForm
from app.entry.keeping import store
from app.entry.keeping.forms import FORMS, NewPositionForm
from app.entry.model import Kind, Line
from app.entry.store import StaleError
from app.platform.access import REGION_KEEPERS, allow
from app.platform.web import graph

LINE = f"/<holder>/<any({', '.join(FORMS)}):kind>/<key>"


@for_keepers.get("/<holder>")
@allow(REGION_KEEPERS)
def page(holder: str) -> ResponseReturnValue:
    """What the region sees of another person or organisation, line by line."""
    return render_template("entry/keeping/page.html", kept=kept(holder))


@for_keepers.get(LINE)
@allow(REGION_KEEPERS)
def line(holder: str, kind: str, key: str) -> ResponseReturnValue:
    """The form in which one line of another's entry is changed."""
    found = kept(holder).line(kind, key)
    return render_template("entry/keeping/line.html", line=found, form=FORMS[found.kind].filled(found.values))


@for_keepers.post(LINE)
@allow(REGION_KEEPERS)
def change_line(holder: str, kind: str, key: str) -> ResponseReturnValue:
    """Keep what was filled in, unless somebody was there in between."""
    found = kept(holder).line(kind, key)
    form = FORMS[found.kind]()
    if not (form.validate() and form.suits(found.values)):
        return render_template("entry/keeping/line.html", line=found, form=form), 422
    try:
        store.change(graph(), current_user.scope, holder, kind, key, form.mark.data, form.values)
    except StaleError as stale:
        return both_versions(stale.line, form), 409
    flash(_("Bewaard: %(line)s.", line=found.name), "success")
    return redirect(where_it_stands(found, form))


@for_keepers.get("/<person>/nieuwe-functie")
@allow(REGION_KEEPERS)
def new_position(person: str) -> ResponseReturnValue:
    """Ask where else somebody works."""
    return render_template("entry/keeping/new_position.html", kept=kept_person(person), form=position_form())


@for_keepers.post("/<person>/nieuwe-functie")
@allow(REGION_KEEPERS)
def add_position(person: str) -> ResponseReturnValue:
    """Put down where else somebody works."""
    found, form = kept_person(person), position_form()
    if form.validate():
        values = {name: value for name, value in form.values.items() if name != "organisation"}
        try:
            store.add_position(graph(), current_user.scope, person, form.organisation.data, values)
        except store.ThereAlreadyError:
            form.organisation.errors = [_("Deze functie staat daar al.")]
        else:
            flash(_("Bewaard: %(line)s.", line=found.name), "success")
            return redirect(url_for("directory.person", person=person))
    return render_template("entry/keeping/new_position.html", kept=found, form=form), 422


def kept(holder: str) -> store.Kept:
    """The entry of this person or organisation of the reader's region."""
    return store.find_kept(graph().read, current_user.scope, holder)


def kept_person(person: str) -> store.Kept:
    """The entry of this person; 404 for anything else."""
    found = kept(person)
    return found if found.is_person else abort(404)


def position_form() -> NewPositionForm:
    """The form for a position, with the organisations of the region."""
    form = NewPositionForm()
    choices = store.list_choices(graph(), current_user.scope)
    form.organisation.choices = [SelectChoice(*choice) for choice in choices]
    return form


def both_versions(line: Line, form: LineForm) -> str:
    """The keeper's own version, kept in the form, beside the one that somebody stored before her."""
    stored = type(form).filled(line.values)
    form.mark.data = form.mark.raw_data = None
    form.mark.process_data(stored.mark.data)
    return render_template("entry/keeping/line.html", line=line, form=form, stored=stored)


def where_it_stands(line: Line, form: LineForm) -> str:
    """The page of the sociale kaart on which the change is seen: of who has left, that of the organisation."""
    if line.kind is Kind.ORGANISATION:
        return url_for("directory.organisation", organisation=line.holder)
    until = form.values.get("until")
    if until and until < datetime.now(UTC).date():
        return url_for("directory.organisation", organisation=line.about)
    return url_for("directory.person", person=line.holder)
