"""Referrals: cases handed over from one organisation to the next, who has the lead, and agreements."""

from flask import Flask

from app.referrals.agreements.routes import blueprint as agreements
from app.referrals.routes import blueprint as cases


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    for blueprint in (cases, agreements):
        app.register_blueprint(blueprint)
