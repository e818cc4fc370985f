"""Contacts: one's own ties, what others tell about oneself, and who works around the same schools."""

from flask import Flask

from app.contacts.routes import blueprint


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    app.register_blueprint(blueprint)
