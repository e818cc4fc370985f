"""Which missing links come first, whom to introduce, and what a filter leaves; decided on values in hand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from app.insight.links.model import (
    Case,
    Finding,
    NearMiss,
    NormGaps,
    OneSided,
    Organisation,
    Person,
    SameCases,
    Wanted,
)

FEWEST_SHARED = 2

F = TypeVar("F", NormGaps, SameCases, OneSided, Wanted, NearMiss)


def by_name(one: Organisation, other: Organisation) -> tuple[Organisation, Organisation]:
    """The pair in the order of their names."""
    return (one, other) if one.name.casefold() <= other.name.casefold() else (other, one)


def pressing_first(rows: Iterable[F]) -> tuple[F, ...]:
    """The rows of one rule, what matters most first."""
    return tuple(sorted(rows, key=lambda row: row.order))


def introducible(cases: Iterable[Case], *staffs: Iterable[Person]) -> tuple[Person, ...]:
    """Of each staff the person on most of the cases; the first by role where nobody is on any.

    Args:
        cases: The referrals that the organisations share.
        staffs: Who works at each of the organisations.
    """
    handled = Counter(person for case in cases for person in case.people)
    ranked = [sorted(staff, key=lambda p: (-handled[p.id], p.role, p.name, p.id)) for staff in staffs]
    return tuple(staff[0] for staff in ranked if staff)


def main_first(days: float, position: Person) -> tuple[float, date, str]:
    """The order of somebody's positions: most days a week, then longest, then by the organisation's id."""
    return -days, position.since or date.max, position.organisation.id


def counsellor(staff: Iterable[Person]) -> Person | None:
    """The internal counsellor (IB'er) of a school, the one who is there longest; None where there is none."""
    found = [person for person in staff if person.role.casefold() in {"ib", "ib'er", "intern begeleider"}]
    return min(found, key=lambda person: (person.since or date.max, person.name), default=None)


def narrow(
    rows_by_rule: Mapping[str, tuple[Finding, ...]], municipality: str, kind: str, theme: str
) -> dict[str, tuple[Finding, ...]]:
    """The rows about an organisation of this municipality and kind; an empty text is no filter.

    Args:
        rows_by_rule: The rows of each rule.
        municipality: The municipality's name.
        kind: The kind of organisation.
        theme: The theme's code; it narrows the referrals of `same-cases`, of which two must be left.
    """
    themed = {rule: _about(rows, theme) if theme else rows for rule, rows in rows_by_rule.items()}
    return {rule: tuple(row for row in rows if _within(row, municipality, kind)) for rule, rows in themed.items()}


def _within(row: Finding, municipality: str, kind: str) -> bool:
    return any(municipality in {"", place.municipality} and kind in {"", place.kind} for place in row.organisations)


def _about(rows: tuple[Finding, ...], theme: str) -> tuple[Finding, ...]:
    pairs = [row for row in rows if isinstance(row, SameCases)]
    if not pairs:
        return rows
    themed = (replace(row, cases=tuple(case for case in row.cases if case.theme == theme)) for row in pairs)
    return pressing_first(row for row in themed if len(row.cases) >= FEWEST_SHARED)
