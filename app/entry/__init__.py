"""Entry: what others see of somebody, kept right by herself in two minutes."""

from datetime import UTC, datetime
from importlib import import_module

from flask import Flask
from flask_babel import format_timedelta
from flask_babel import gettext as _

from app.entry.blueprint import blueprint, for_keepers

ROOMS = ("routes", "offers.routes", "undoing.routes", "leaving.routes", "keeping.routes")


def furnish(app: Flask) -> None:
    """Add the slice to the application, and give its templates the filter `age`."""
    for room in ROOMS:
        import_module(f"app.entry.{room}")
    app.register_blueprint(blueprint)
    app.register_blueprint(for_keepers)
    app.jinja_env.filters["age"] = age


def age(moment: datetime) -> str:
    """How long ago something was changed, in words: 3 weken geleden bijgewerkt."""
    since = datetime.now(UTC) - moment
    ago = format_timedelta(-since, granularity="day", threshold=1.2, add_direction=True)
    words: str = _("%(ago)s bijgewerkt", ago=ago) if since.days else _("vandaag bijgewerkt")
    return words
