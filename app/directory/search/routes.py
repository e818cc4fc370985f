"""The sociale kaart: searching it, and leafing through it."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.directory.blueprint import blueprint
from app.directory.search import store
from app.platform.access import EVERYONE, allow
from app.platform.kinds import KINDS
from app.platform.names import list_themes
from app.platform.web import graph


@blueprint.get("/organisaties")
@allow(EVERYONE)
def organisations() -> ResponseReturnValue:
    """Find organisations and people; without a search, list the organisations a page at a time."""
    text = request.args.get("zoek", "").strip()
    narrowing = store.Narrowing(request.args.get("soort", ""), request.args.get("thema", ""))
    scope = current_user.scope
    if text:
        answer = {"found": store.search(graph(), scope, text, narrowing), "most": store.MOST_FOUND}
    else:
        after = request.args.get("na", ""), request.args.get("id", "")
        answer = {"leaf": store.list_organisations(graph(), scope, narrowing, after)}
    options = {"themes": list_themes(), "kinds": KINDS}
    return render_template("directory/organisations.html", text=text, narrowing=narrowing, **answer, **options)
