"""Decisions about an entry, on values in hand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from app.entry.model import Kind, Line
from app.platform.norms import VERIFIED_FOR
from app.platform.versions import mark_of

YEAR = timedelta(days=365)
FIRST_DAY = date(1950, 1, 1)
GONE = "gone"
LONGEST_WAIT = 3 * 365
MOST_PLACES = 999
CLOSED_WORDS = ("vol", "gesloten", "dicht", "geen plek", "geen plekken", "full", "closed")
OPEN_WORDS = ("open",)
DAYS_IN = {"dag": 1, "dagen": 1, "day": 1, "days": 1, "week": 7, "weken": 7, "weeks": 7, "maand": 30, "maanden": 30}
DAYS_IN |= {"month": 30, "months": 30}
PLACES = ("plek", "plekken", "plaats", "plaatsen", "place", "places")
NO_WAIT = re.compile(r"\bgeen (wachttijd|wachtlijst)\b|\b(per )?direct\b|\bmeteen\b|\bno waiting( time)?\b")
SAID_BESIDES = re.compile(
    r"\b(wachttijd|wachten|waiting( time)?|wait|vrije?|beschikbaar|free|available|ongeveer|about)\b:?"
)
# A comma between digits is the Dutch decimal sign.
BETWEEN = re.compile(r"\s*(?:(?<!\d),|,(?!\d)|;|\+|\ben\b|\band\b)\s*")
PART = re.compile(r"(\d{1,4})([.,]\d)?\s*([a-z]*)")


@dataclass(frozen=True)
class Intake:
    """How soon somebody can be taken on; None where that is not known.

    Attributes:
        waiting_days: How many days somebody waits.
        capacity: How many places there are.
        accepting: Whether anybody is taken on; false is a closed intake.
    """

    waiting_days: int | None = None
    capacity: int | None = None
    accepting: bool | None = None


def parse_intake(text: str) -> Intake | None:
    """What somebody means who writes `14`, `14 dagen`, `2 weken, 3 plekken` or `vol`; None when that is not clear.

    Args:
        text: A number with nothing behind it counts days; a month counts thirty, and part of a day a whole one. Empty
            means that it is not known.
    """
    said = SAID_BESIDES.sub("", NO_WAIT.sub("0 dagen", " ".join(text.casefold().split())))
    parts = [part.strip() for part in BETWEEN.split(said) if part.strip()]
    closed = [part for part in parts if part in CLOSED_WORDS]
    numbers = [PART.fullmatch(part) for part in parts if part not in (*CLOSED_WORDS, *OPEN_WORDS)]
    found: dict[str, int] = {}
    for match in numbers:
        named = match and _quantity(match[1] + (match[2] or "").replace(",", "."), match[3])
        if not named or named[0] in found:
            return None
        found |= [named]
    if closed and ("capacity" in found or len(parts) > len(numbers) + len(closed)):
        return None
    if not parts:
        return None if text.strip() else Intake()
    return Intake(found.get("waiting_days"), found.get("capacity"), not closed)


def _quantity(number: str, word: str) -> tuple[str, int] | None:
    if word in PLACES:
        return ("capacity", int(number)) if number.isdecimal() and int(number) <= MOST_PLACES else None
    in_days = DAYS_IN.get(word or "dag", 0)
    days = ceil(float(number) * in_days)
    # Half a day is no answer; half a week or month is.
    known = in_days > 1 or (in_days == 1 and number.isdecimal())
    return ("waiting_days", days) if known and days <= LONGEST_WAIT else None


def intake_text(intake: Intake) -> str:
    """An intake as somebody would write it herself; what `parse_intake` reads back as the same."""
    words = ["vol"] if intake.accepting is False else []
    if intake == Intake(accepting=True):
        words.append("open")
    if intake.waiting_days is not None:
        words.append(f"{intake.waiting_days} {'dag' if intake.waiting_days == 1 else 'dagen'}")
    if intake.capacity is not None and intake.accepting is not False:
        words.append(f"{intake.capacity} {'plek' if intake.capacity == 1 else 'plekken'}")
    return ", ".join(words)


def intake_of(values: Mapping[str, Any]) -> Intake:
    """The intake among the values of an offer."""
    return Intake(values.get("waiting_days"), values.get("capacity"), values.get("accepting"))


def with_intake(values: Mapping[str, Any], intake: Intake) -> dict[str, Any]:
    """The values of an offer with this intake."""
    return {**values, **asdict(intake)}


def mark_of_all(lines: Iterable[Line]) -> str:
    """A mark of everything on the screen."""
    return mark_of({f"{line.kind}/{line.key}": mark_of(line.values) for line in lines})


def position_key(person: str, organisation: str, role: str, since: date | None) -> str:
    """What one position is called in an address: somebody may hold two at the same organisation."""
    return f"{organisation}.{mark_of({'person': person, 'role': role, 'since': since})}"


def find_among(lines: Iterable[Line], kind: str, key: str) -> Line | None:
    """The line of this address; of a position whose address changed meanwhile, what it has become.

    The role and the first day of a position are in its address, so a form that somebody still has open bears the old
    one. The position at that organisation that changed last is then the one she means; its mark is never the one she
    has, so she is shown both versions and nothing is written unseen.

    Args:
        lines: Among which.
        kind: What the line is about.
        key: Its address.
    """
    of_kind = [line for line in lines if line.kind == kind]
    found = next((line for line in of_kind if line.key == key), None)
    if found or kind != Kind.POSITION:
        return found
    there = [line for line in of_kind if line.updated_at and line.about == key.rpartition(".")[0]]
    return max(there, key=lambda line: line.updated_at or datetime.min, default=None)


def is_open(line: Line, now: datetime) -> bool:
    """Whether somebody has still to say that a line is right: never said, or a year ago or longer.

    Args:
        line: What others see.
        now: The moment at which that is asked.
    """
    return line.verified_at is None or now - line.verified_at >= VERIFIED_FOR


def can_begin(day: date, today: date) -> bool:
    """Whether a position can have this first day: not before 1950, and at most a year ahead."""
    return FIRST_DAY <= day <= today + YEAR
