"""Decisions on the entry of one organisation, on values in hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

FEWEST_PEOPLE = 3


@dataclass(frozen=True)
class Colleague:
    """Somebody's position at an organisation.

    Attributes:
        id: Her id.
        name: Her name.
        role: What she does or did there.
        since: Since when; None when that is not known.
        until: Until when; None when it has no end.
        when: past, now or coming.
        here: Whether she works in the viewer's region, there or elsewhere, or is to begin.
    """

    id: str
    name: str
    role: str
    since: date | None
    until: date | None
    when: str
    here: bool


def history(positions: Iterable[Colleague]) -> list[tuple[str, list[Colleague]]]:
    """Who had each role over time, the last one first; only roles in which somebody was before.

    Args:
        positions: Every position at the organisation, of now and of before.
    """
    by_role: dict[str, list[Colleague]] = {}
    for position in positions:
        if position.when != "coming":
            by_role.setdefault(position.role, []).append(position)
    left = {role: held for role, held in by_role.items() if any(position.when == "past" for position in held)}
    return [(role, sorted(left[role], key=_last_first)) for role in sorted(left, key=str.casefold)]


def _last_first(position: Colleague) -> tuple[bool, int, int, str]:
    until = 0 if position.until is None else position.until.toordinal()
    since = 0 if position.since is None else position.since.toordinal()
    past = position.when == "past"
    return past, -until if past else 0, -since, position.name


def last_of(**moments: datetime | None) -> tuple[str, datetime] | None:
    """The last of these moments, with what it is called; of two at once the first that was given; None without any."""
    known = [(name, moment) for name, moment in moments.items() if moment]
    return max(known, key=lambda one: one[1], default=None)
