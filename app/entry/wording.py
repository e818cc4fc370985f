"""Sentences that a template says in one place and a message in another."""

from collections.abc import Mapping
from typing import Any

from flask import get_template_attribute
from flask_babel import gettext as _


def understood(title: str, values: Mapping[str, Any]) -> str:
    """How the waiting time and the places of an offer were understood.

    Args:
        title: The offer's theme.
        values: The offer's values.
    """
    intake = str(get_template_attribute("entry/words.html", "intake")(values)).strip()
    words: str = _("Bewaard: %(line)s. Zo begrepen: %(intake)s.", line=title, intake=intake)
    return words
