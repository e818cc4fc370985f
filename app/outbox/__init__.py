"""Outbox: sending mail, what comes back, and the yearly check by mail link."""

from flask import Flask

from app.outbox.routes import blueprint


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    app.register_blueprint(blueprint)
