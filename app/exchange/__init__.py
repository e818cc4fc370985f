"""Exchange: files in, wholly or not at all."""

from flask import Flask

from app.exchange.routes import blueprint


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    app.register_blueprint(blueprint)
