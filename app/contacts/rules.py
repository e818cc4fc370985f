"""Decisions about somebody's own contacts, on values in hand."""

from collections.abc import Iterable

from app.contacts.model import OwnTie, Telling, Tie

PRESENT, DESIRED, ABSENT = "present", "desired", "absent"
STATES = (PRESENT, DESIRED, ABSENT)
KINDS = ("K", "G", "E", "R")
FREQUENCIES = ("daily", "weekly", "monthly", "quarterly", "yearly")
STRENGTHS = (1, 2, 3, 4, 5)
PRIVATE = "private"
VISIBILITIES = (PRIVATE, "introductions", "shared")
FIELDS = ("state", "frequency", "strength", "kinds", "note", "visibility")
LONGEST_NOTE = 1000
SHORTEST_SEARCH = 2
NO_TIE = -1


def by_state(ties: Iterable[OwnTie]) -> dict[str, list[OwnTie]]:
    """The ties in three groups: present, wanted and gone; each in the order in which they came."""
    groups: dict[str, list[OwnTie]] = {state: [] for state in STATES}
    for own in ties:
        groups[own.tie.state].append(own)
    return groups


def differences(now: Tie, typed: Tie) -> tuple[str, ...]:
    """In which fields two versions of one tie differ, in the order of the form.

    Args:
        now: What is kept.
        typed: What somebody typed while another window changed it.
    """
    return tuple(field for field in FIELDS if getattr(now, field) != getattr(typed, field))


def by_tie(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """What was told, a group per tie, by the id at its other end; each in the order in which they came."""
    groups: dict[str, list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(telling.alter, []).append(telling)
    return groups
