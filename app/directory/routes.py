"""Looking organisations up."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.directory import store
from app.platform.access import EVERYONE, allow
from app.platform.web import graph

blueprint = Blueprint("directory", __name__, template_folder="templates")


@blueprint.get("/organisaties")
@allow(EVERYONE)
def organisations() -> ResponseReturnValue:
    """List the region's organisations, those that were searched for."""
    search = request.args.get("zoek", "").strip()
    rows = store.list_organisations(graph(), current_user.scope, search)
    return render_template("directory/organisations.html", rows=rows, search=search)


@blueprint.get("/organisaties/<organisation>")
@allow(EVERYONE)
def organisation(organisation: str) -> ResponseReturnValue:
    """Show one organisation and who works there."""
    found = store.find_organisation(graph(), current_user.scope, organisation) or abort(404)
    return render_template("directory/organisation.html", organisation=found)
