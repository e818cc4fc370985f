"""Korte Lijnen: the network around a child's place at school, kept in a graph and shown to who keeps it."""

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from app import accounts, contacts, directory, entry, exchange, finder, insight, outbox, referrals
from app.config import Settings
from app.platform import access, browser_files, errors, i18n, limits, menu, names, tables, web
from app.platform.graph import Graph

DAY_S = 86_400
UPLOAD_LIMIT = 20 * 1024 * 1024


def create_app(settings: Settings, graph: Graph) -> Flask:
    """Put the rooms together.

    Args:
        settings: What this deployment chose.
        graph: The open door to the database.
    """
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=settings.signing_key,
        MAX_CONTENT_LENGTH=UPLOAD_LIMIT,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.public_url.startswith("https://"),
        PERMANENT_SESSION_LIFETIME=DAY_S,
        WTF_CSRF_TIME_LIMIT=DAY_S,
    )
    app.wsgi_app = ProxyFix(app.wsgi_app, settings.trusted_proxies, 0)  # type: ignore[method-assign]
    app.extensions["graph"] = graph
    app.extensions["settings"] = settings
    web.dress(app)
    CSRFProtect(app)
    i18n.speak(app)
    names.name_codes(app)
    browser_files.serve_built_files(app)
    menu.offer_menu(app)
    tables.offer_cards(app)
    errors.handle_errors(app)
    limits.limit_rates(app, settings.var)
    for room in (accounts, contacts, directory, entry, exchange, finder, insight, outbox, referrals):
        room.furnish(app)
    access.guard(app)
    return app
