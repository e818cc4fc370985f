"""Logging in and out."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.platform.access import public

blueprint = Blueprint("accounts", __name__, template_folder="templates")


@blueprint.get("/inloggen")
@public
def login() -> ResponseReturnValue:
    """Ask who is there."""
    return render_template("accounts/login.html")
