"""Finder: the right question to the right person, and who can introduce them."""

from flask import Flask

from app.finder.routes import blueprint


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    app.register_blueprint(blueprint)
