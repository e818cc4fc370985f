"""Accounts: who may come in, and as what."""

from flask import Flask, g, session
from flask_login import LoginManager

from app.accounts import store
from app.accounts.routes import blueprint
from app.platform.access import Viewer
from app.platform.web import graph


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    login = LoginManager(app)

    @login.user_loader  # type: ignore[untyped-decorator]
    def load_viewer(account: str) -> Viewer | None:
        # The page that says that the database is away asks who reads it, too.
        if "database_away" in g:
            return None
        return store.find_viewer(graph(), account, session.get("stamp", 0), session.get("workplace"))

    app.register_blueprint(blueprint)
