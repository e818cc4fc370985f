"""Decisions about somebody's own contacts, on values in hand."""

from collections.abc import Iterable

from app.contacts.model import OwnTie, Telling, Tie
from app.platform.versions import NEVER

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
NO_TIE = NEVER
FEWEST_TELLERS = 3
FIRST_ROWS = 20


def by_state(ties: Iterable[OwnTie]) -> dict[str, list[OwnTie]]:
    """The ties in three groups: present, wanted and gone; each in the order in which they came."""
    groups: dict[str, list[OwnTie]] = {state: [] for state in STATES}
    for own in ties:
        groups[own.tie.state].append(own)
    return groups


def narrower(ties: Iterable[OwnTie], visibility: str) -> list[OwnTie]:
    """The ties that fewer people may see than those who may see this; in the order in which they came."""
    width = VISIBILITIES.index(visibility)
    return [own for own in ties if VISIBILITIES.index(own.tie.visibility) < width]


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


def may_name(tellers: int, own_tie_shared: bool, same_case: bool) -> bool:
    """Whether somebody may be named to a stranger as working around a school.

    Ties of people outside one's own organisation are only seen as ties between organisations. Somebody is named beside
    a school all the same when she shared her own tie with it or with somebody who works there, when she is on a case
    with the viewer that the school is on too (who is on a case is told to everybody on it), or when her whole row rests
    on the ties of three people or more, so that it tells nobody's tie apart. Else the organisation alone is told.

    The query `contacts/find_people_around_schools` keeps this rule, so that a hidden name never leaves the database;
    this is the same rule for who reads it, and for the tests that hold the query to it.

    Args:
        tellers: How many different people tell of the ties behind all schools of the row.
        own_tie_shared: Whether the person herself shares a present tie with this school.
        same_case: Whether she, the viewer and this school were on one case.
    """
    return tellers >= FEWEST_TELLERS or own_tie_shared or same_case
