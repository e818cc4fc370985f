"""Dutch first, English second; numbers and days as each language writes them."""

from datetime import date, datetime

from flask import Flask, request, session
from flask_babel import Babel, format_date, format_datetime, format_decimal, format_percent

LANGUAGES = {"nl": "Nederlands", "en": "English"}
SOURCE = "nl"


def chosen_language() -> str:
    """The language that was chosen on this device, else the browser's first that we have, else Dutch."""
    chosen: str | None = session.get("language")
    return chosen or request.accept_languages.best_match(LANGUAGES, SOURCE) or SOURCE


def speak(app: Flask) -> None:
    """Give the application its languages, and the templates the filters `number`, `percent`, `day` and `moment`."""
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", "translations")
    Babel(app, default_locale=SOURCE, default_timezone="Europe/Amsterdam", locale_selector=chosen_language)
    app.jinja_env.filters |= {"number": number, "percent": percent, "day": day, "moment": moment}
    app.jinja_env.globals |= {"languages": LANGUAGES, "language": chosen_language}


def number(value: float | None, digits: int = 0) -> str:
    """A number as the reader writes it (5.012; 3,5); a dash where there is none.

    Args:
        value: The number.
        digits: How many digits behind the comma.
    """
    return "–" if value is None else format_decimal(value, format="#,##0" + ("." + "0" * digits if digits else ""))


def percent(share: float | None) -> str:
    """A share from 0 to 1 as a percentage (61%); a dash where there is none."""
    return "–" if share is None else format_percent(share, format="#,##0%")


def day(value: date | datetime | None) -> str:
    """A day in words (3 oktober 2026); a dash where there is none."""
    return "–" if value is None else format_date(value, "d MMMM y")


def moment(value: datetime) -> str:
    """A moment as it was in the Netherlands (3 oktober 2026 14:05)."""
    text: str = format_datetime(value, "d MMMM y HH:mm")
    return text
