"""What every answer has: a request id, security headers, the reader's bookmarks; and pages about the site itself."""

import re
import time
from uuid import uuid4

import structlog
from flask import Blueprint, Flask, Response, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.platform.access import public
from app.platform.graph import DatabaseError, Graph, own_bookmarks, read_own_writes
from app.platform.i18n import LANGUAGES

log = structlog.get_logger()
site = Blueprint("platform", __name__, template_folder="templates")
LOCAL_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\x7f\\]*")

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def graph() -> Graph:
    """The database of the application that handles this request."""
    door: Graph = current_app.extensions["graph"]
    return door


def local_path(target: str | None) -> str:
    """Where to send the reader on to, when that is a path on this site; else the beginning.

    Args:
        target: What came with the request; browsers read `//host` as another site, a backslash as a slash.
    """
    return target if target and LOCAL_PATH.fullmatch(target) else "/"


def dress(app: Flask) -> None:
    """Give every request its id and its log line, and every answer its headers."""
    if app.config["SESSION_COOKIE_SECURE"]:
        # Browsers take a cookie of this name from this very site only, over https.
        app.config["SESSION_COOKIE_NAME"] = "__Host-session"
    app.before_request(_begin)
    app.after_request(_finish)
    app.register_blueprint(site)


def _begin() -> None:
    g.request_id = uuid4().hex[:10]
    g.started = time.perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=g.request_id)
    read_own_writes(session.get("bookmarks", []))


def _finish(response: Response) -> Response:
    response.headers.update(HEADERS)
    response.headers["X-Request-Id"] = g.request_id
    if request.method == "POST" and own_bookmarks():
        session["bookmarks"] = own_bookmarks()
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    response.headers.setdefault("Cache-Control", "no-store")
    if request.endpoint != "static":
        took = round((time.perf_counter() - g.started) * 1000, 1)
        log.info("request", method=request.method, route=str(request.url_rule), status=response.status_code, ms=took)
    return response


@site.get("/")
@public
def home() -> ResponseReturnValue:
    """Lead to the front page, by way of the login where that is needed."""
    return redirect(url_for("insight.region" if current_user.is_authenticated else "accounts.login"))


@site.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """Say that this process answers."""
    return {"status": "ok"}


@site.get("/readyz")
@public
def readyz() -> ResponseReturnValue:
    """Say whether the database answers too; 503 when it does not."""
    try:
        graph().verify()
    except DatabaseError:
        return {"status": "no database"}, 503
    return {"status": "ok"}


@site.post("/taal/<language>")
@public
def choose_language(language: str) -> ResponseReturnValue:
    """Remember the language on this device, and go back to where the reader was."""
    if language not in LANGUAGES:
        abort(404)
    session["language"] = language
    return redirect(local_path(request.form.get("back")))
