"""Decisions about an entry, on values in hand."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from app.entry.model import Line
from app.platform.norms import VERIFIED_FOR

YEAR = timedelta(days=365)
FIRST_DAY = date(1950, 1, 1)
MARK_LENGTH = 20
GONE = "gone"
LONGEST_WAIT = 3 * 365
MOST_PLACES = 999
CLOSED_WORDS = ("vol", "gesloten", "dicht", "geen plek", "geen plekken", "full", "closed")
OPEN_WORDS = ("open",)
DAYS_IN = {"dag": 1, "dagen": 1, "day": 1, "days": 1, "week": 7, "weken": 7, "weeks": 7, "maand": 30, "maanden": 30}
DAYS_IN |= {"month": 30, "months": 30}
PLACES = ("plek", "plekken", "plaats", "plaatsen", "place", "places")
PART = re.compile(r"(\d{1,4})\s*([a-z]*)")


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
        text: A number with nothing behind it counts days; a month counts thirty. Empty means that it is not known.
    """
    parts = [part for part in re.split(r"\s*(?:,|;|\+|\ben\b|\band\b)\s*", " ".join(text.casefold().split())) if part]
    closed = [part for part in parts if part in CLOSED_WORDS]
    numbers = [PART.fullmatch(part) for part in parts if part not in (*CLOSED_WORDS, *OPEN_WORDS)]
    found: dict[str, int] = {}
    for match in numbers:
        named = match and _quantity(int(match[1]), match[2])
        if not named or named[0] in found:
            return None
        found |= [named]
    if closed and ("capacity" in found or len(parts) > len(numbers) + len(closed)):
        return None
    if not parts:
        return Intake()
    return Intake(found.get("waiting_days"), found.get("capacity"), not closed)


def _quantity(number: int, word: str) -> tuple[str, int] | None:
    if word in PLACES:
        return ("capacity", number) if number <= MOST_PLACES else None
    days = number * DAYS_IN.get(word or "dag", 0)
    known = not word or word in DAYS_IN
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


def mark_of(values: Mapping[str, Any]) -> str:
    """A mark of the values as somebody saw them; another mark means that they have changed since.

    Args:
        values: What a form shows. A mark of the values themselves, and not a counter, also sees the change of a
            writer that counts nothing, such as an import.
    """
    text = json.dumps(values, sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:MARK_LENGTH]


def mark_of_all(lines: Iterable[Line]) -> str:
    """A mark of everything on the screen."""
    return mark_of({f"{line.kind}/{line.key}": mark_of(line.values) for line in lines})


def position_key(person: str, organisation: str, role: str, since: date | None) -> str:
    """What one position is called in an address: somebody may hold two at the same organisation."""
    return f"{organisation}.{mark_of({'person': person, 'role': role, 'since': since})}"


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
