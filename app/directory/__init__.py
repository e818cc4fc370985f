"""Directory: the organisations of the region and who works there."""

from flask import Flask

from app.directory.routes import blueprint


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    app.register_blueprint(blueprint)
