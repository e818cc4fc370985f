"""Dutch first, English second; numbers and days as each language writes them."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from flask import Flask, has_request_context, request, session
from flask_babel import Babel, format_date, format_datetime, format_decimal, format_percent

LANGUAGES = {"nl": "Nederlands", "en": "English"}
SOURCE = "nl"
# Where a terminal says its language, the most telling first, as gettext reads them.
TERMINAL = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language() -> str:
    """The language that was chosen on this device, else the browser's first that we have, else Dutch.

    On the command line it is the terminal's.
    """
    if not has_request_context():
        return terminal_language(os.environ)
    chosen: str | None = session.get("language")
    return chosen or request.accept_languages.best_match(LANGUAGES, SOURCE) or SOURCE


def terminal_language(environment: Mapping[str, str]) -> str:
    """The first language of a terminal that we have, else Dutch.

    Args:
        environment: Holds something like `LANG=en_GB.UTF-8` or `LANGUAGE=fr:en`; `C` is no language.

    Example:
        >>> terminal_language({"LANG": "en_GB.UTF-8"})
        'en'
    """
    said = next((environment[name] for name in TERMINAL if environment.get(name)), "")
    return next((code for language in said.split(":") if (code := language[:2]) in LANGUAGES), SOURCE)


@contextmanager
def speaking_to_terminal() -> Iterator[None]:
    """Let gettext speak the terminal's language as long as the block lasts; without it, it speaks Dutch."""
    app = Flask("app")
    speak(app)
    with app.app_context():
        yield


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
