"""Accounts: who may come in, and as what."""

from flask import Flask
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
        return store.find_viewer(graph(), account)

    app.register_blueprint(blueprint)
