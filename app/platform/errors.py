"""From an error to a page, once, at the edge: a sentence, what to do now, and a reference number. Never a trace."""

import math
import time
import traceback

import structlog
from flask import Flask, g, render_template, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_limiter import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound, ServiceUnavailable

from app.platform.graph import DatabaseError, Unavailable
from app.platform.limits import limiter
from app.platform.missing import NotThereError

log = structlog.get_logger()


def handle_errors(app: Flask) -> None:
    """Register the error pages."""
    app.register_error_handler(HTTPException, _page)
    app.register_error_handler(RateLimitExceeded, _too_often)
    app.register_error_handler(NotThereError, lambda _: _page(NotFound()))
    for kind in Unavailable:
        app.register_error_handler(kind, _no_database)
    app.register_error_handler(Exception, _unexpected)


def _no_database(error: Exception) -> ResponseReturnValue:
    log.error("database.unavailable", error=type(error).__name__)
    g.database_away = True
    return _page(ServiceUnavailable(retry_after=60))


def _unexpected(error: Exception) -> ResponseReturnValue:
    # Where it went wrong and what kind of error it was; its message may hold somebody's name.
    log.error("request.failed", error=type(error).__name__, exception="".join(traceback.format_tb(error.__traceback__)))
    if isinstance(error, DatabaseError):
        g.database_away = True
        # A restored database does not know what this reader saw of the one before; without that the next try works.
        session.pop("bookmarks", None)
    return _page(InternalServerError())


def _too_often(error: RateLimitExceeded) -> ResponseReturnValue:
    limit = limiter.current_limit
    error.retry_after = math.ceil(limit.reset_at - time.time()) if limit else None
    return _page(error)


def _page(error: HTTPException) -> ResponseReturnValue:
    if isinstance(original := getattr(error, "original_exception", None), Unavailable):
        return _no_database(original)
    response = error.get_response()
    if response.status_code < 400:
        return response
    title, advice = _words(error)
    response.data = render_template("platform/error.html", title=title, advice=advice, reference=g.request_id)
    return response


def _words(error: HTTPException) -> tuple[str, str]:
    if isinstance(error, CSRFError):
        return _("Dit formulier is verlopen"), _("Ga terug, laad de pagina opnieuw en probeer het nog eens.")
    words = {
        400: (_("Dit begrijpen we niet"), _("Ga terug, kijk na wat u invulde en probeer het nog eens.")),
        404: (_("Deze pagina is er niet"), _("Ga terug naar uw beginpagina, of gebruik het menu.")),
        405: (_("Zo kan deze pagina niet"), _("Ga terug en gebruik de knoppen op de pagina.")),
        413: (_("Dit bestand is te groot"), _("Maak het bestand kleiner of deel het in stukken.")),
        429: (_("Even wachten"), _("U probeerde dit te vaak achter elkaar. Probeer het over een paar minuten weer.")),
        503: (_("De gegevens zijn even niet te bereiken"), _("Probeer het over een minuut weer.")),
    }
    other = (_("Er ging iets mis"), _("Er is niets verloren. Probeer het nog eens, of geef het nummer hieronder door."))
    return words.get(error.code or 500, other)
