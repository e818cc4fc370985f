"""From the text in a cell to a value; every parser raises `MismatchError` and says what it expected."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache

from flask_babel import gettext as _

from app.exchange.problems import MismatchError, nearest
from app.platform.email import is_email
from app.platform.phone import can_be_dialled, with_lost_zero

YEARS = range(1950, 2101)
KEPT = 1024
POSTCODE = re.compile(r"(\d{4}) ?([A-Za-z]{2})")
DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def plain(text: str) -> str:
    """A word as it is compared: small letters without accents, spaces, hyphens and punctuation left out."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart.casefold() if letter.isalnum())


def text(value: str) -> str:
    """Any text."""
    return value


def day(value: str) -> date:
    """A day, written as 2025-08-01 or 1-8-2025."""
    if found := DAY.fullmatch(value):
        year, month, number = (found["year"], found["month"], found["day"]) if found["year"] else found.groups()[:2:-1]
        try:
            if int(year) in YEARS:
                return date(int(year), int(month), int(number))
        except ValueError:
            pass
    raise MismatchError(_("een dag, zoals 2025-08-01 of 1-8-2025"))


def past_day(value: str) -> date:
    """A day on which something happened: today at the latest."""
    found = day(value)
    if found > date.today():
        raise MismatchError(_("een dag die niet in de toekomst ligt"))
    return found


def moment(value: str) -> datetime:
    """The beginning of a day, where what is stored is a moment."""
    return datetime.combine(past_day(value), time(), UTC)


@lru_cache(KEPT)
def email(value: str) -> str:
    """An e-mail address, in small letters."""
    if not is_email(value):
        raise MismatchError(_("een e-mailadres, zoals naam@school.nl"))
    return value.lower()


def phone(value: str) -> str:
    """A phone number as it is written, when its digits can be dialled."""
    if not can_be_dialled(value):
        expected = _("een telefoonnummer van tien cijfers, of met + en de landcode")
        raise MismatchError(expected, with_lost_zero(value))
    return value


def postcode(value: str) -> str:
    """A Dutch postcode, as 1234 AB."""
    found = POSTCODE.fullmatch(value)
    if not found:
        raise MismatchError(_("een postcode, zoals 1234 AB"))
    return f"{found[1]} {found[2].upper()}"


def code(pattern: str, example: str) -> Callable[[str], str]:
    """A parser for a code in capitals that has the form of `pattern`."""
    form = re.compile(pattern)

    def parse(value: str) -> str:
        if not form.fullmatch(value.upper()):
            raise MismatchError(_("een code zoals %(example)s", example=example))
        return value.upper()

    return parse


def whole(least: int, most: int) -> Callable[[str], int]:
    """A parser for a whole number from `least` to `most`."""

    def parse(value: str) -> int:
        if not re.fullmatch(r"\d{1,9}", value) or not least <= int(value) <= most:
            raise MismatchError(_("een heel getal van %(least)s tot %(most)s", least=least, most=most))
        return int(value)

    return parse


def days_a_week(value: str) -> float:
    """How many days a week, from a half to five."""
    if not re.fullmatch(r"\d([.,]\d{1,2})?", value) or not 0.5 <= float(value.replace(",", ".")) <= 5:
        raise MismatchError(_("een aantal dagen van 0,5 tot 5"))
    return float(value.replace(",", "."))


def choice(words: Mapping[str, str]) -> Callable[[str], str]:
    """A parser for one of the words, whatever its capitals and accents.

    Args:
        words: What may be written, and the value that it stands for.
    """
    values = {plain(word): value for word, value in words.items()}

    @cache
    def known(value: str) -> str | None:
        return values.get(plain(value))

    def parse(value: str) -> str:
        found = known(value)
        if found is None:
            expected = _("een van: %(words)s", words=", ".join(words))
            raise MismatchError(expected, nearest(value, words))
        return found

    return parse


def several(one: Callable[[str], str]) -> Callable[[str], list[str]]:
    """A parser for words with a comma between them; the order and doubles do not count."""

    def parse(value: str) -> list[str]:
        parts = (part.strip() for part in value.split(","))
        return sorted({one(part) for part in parts if part})

    return parse
