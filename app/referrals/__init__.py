"""Referrals: cases handed over from one organisation to the next, and who has the lead."""

from flask import Flask

from app.referrals.routes import blueprint


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    app.register_blueprint(blueprint)
