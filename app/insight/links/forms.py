"""The form in which a region chooses its norms."""

from flask_wtf import FlaskForm
from wtforms import SelectMultipleField


class NormsForm(FlaskForm):  # type: ignore[misc]
    """Which fixed contacts the region asks of its schools."""

    kept = SelectMultipleField()
