"""The page of one organisation, and that of one person."""

from datetime import UTC, datetime

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import format_timedelta
from flask_login import current_user

from app.directory.blueprint import blueprint
from app.directory.entries import store
from app.directory.entries.rules import history
from app.platform.access import EVERYONE, allow
from app.platform.web import graph


@blueprint.app_template_filter()
def ago(moment: datetime) -> str:
    """How long ago something was, in words (3 weken geleden)."""
    return str(format_timedelta(moment - datetime.now(UTC), add_direction=True))


@blueprint.get("/organisaties/<organisation>")
@allow(EVERYONE)
def organisation(organisation: str) -> ResponseReturnValue:
    """Show one organisation: who works there, what it offers, who was there before, with whom it works."""
    found = store.find_organisation(graph(), current_user.scope, organisation) or abort(404)
    partners = store.list_partners(graph(), current_user.scope, organisation)
    before = history(found.people)
    return render_template("directory/organisation.html", organisation=found, partners=partners, before=before)


@blueprint.get("/personen/<person>")
@allow(EVERYONE)
def person(person: str) -> ResponseReturnValue:
    """Show one person: how to reach her, where she works and worked, what she offers."""
    found = store.find_person(graph(), current_user.scope, person) or abort(404)
    return render_template("directory/person.html", person=found)
