"""From an error to a page, once, at the edge: a sentence, what to do now, and a reference number. Never a trace."""

import structlog
from flask import Flask, g, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from app.platform.graph import Unavailable

log = structlog.get_logger()


def handle_errors(app: Flask) -> None:
    """Register the error pages."""
    app.register_error_handler(HTTPException, _page)
    for kind in Unavailable:
        app.register_error_handler(kind, _no_database)
    app.register_error_handler(Exception, _unexpected)


def _no_database(error: Exception) -> ResponseReturnValue:
    log.error("database.unavailable", error=type(error).__name__)
    return _page(ServiceUnavailable())


def _unexpected(error: Exception) -> ResponseReturnValue:
    log.exception("request.failed", error=type(error).__name__)
    return _page(InternalServerError())


def _page(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error
    title, advice = _words(code)
    page = render_template("platform/error.html", title=title, advice=advice, reference=g.request_id)
    return page, code


def _words(code: int) -> tuple[str, str]:
    words = {
        400: (_("Dit formulier is verlopen"), _("Ga terug, laad de pagina opnieuw en probeer het nog eens.")),
        404: (_("Deze pagina is er niet"), _("Ga terug naar uw beginpagina, of gebruik het menu.")),
        413: (_("Dit bestand is te groot"), _("Maak het bestand kleiner of deel het in stukken.")),
        429: (_("Even wachten"), _("U probeerde dit te vaak achter elkaar. Probeer het over een paar minuten weer.")),
        503: (_("De gegevens zijn even niet te bereiken"), _("Probeer het over een minuut weer.")),
    }
    other = (_("Er ging iets mis"), _("Er is niets verloren. Probeer het nog eens, of geef het nummer hieronder door."))
    return words.get(code, other)
