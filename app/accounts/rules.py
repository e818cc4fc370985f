"""Decisions about accounts, on values in hand."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SHORTEST = 12
LONGEST = 128
SHORTEST_WORD = 4


class PasswordProblem(StrEnum):
    """Why a new password is refused; the Dutch sentences stand in `forms.py`."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    OWN_NAME = "own_name"


def password_problem(password: str, name: str, email: str) -> PasswordProblem | None:
    """What is wrong with a new password; None when it will do.

    Args:
        password: The password somebody would like.
        name: Her name; no word of four letters or more from it may occur.
        email: Her e-mail address; the part before the @ may not occur.

    Source: OWASP ASVS 5.0, 6.2.1, 6.2.9 and 6.2.11.
    """
    if len(password) < SHORTEST:
        return PasswordProblem.TOO_SHORT
    if len(password) > LONGEST:
        return PasswordProblem.TOO_LONG
    own = [*name.split(), email.partition("@")[0]]
    if any(word.casefold() in password.casefold() for word in own if len(word) >= SHORTEST_WORD):
        return PasswordProblem.OWN_NAME
    return None


def needs_current_password(came_by: str, has_password: bool) -> bool:
    """Whether the present password must be typed before a new one: not for who just came in by a one-time link."""
    return has_password and came_by != "link"


def may_manage(keeper: str, account: str) -> bool:
    """Whether a keeper may close or change an account: never her own, so that there is always a keeper left."""
    return keeper != account


@dataclass(frozen=True)
class Change:
    """One value that an event of the audit trail tells of, and whether the event tells what it was before."""

    field: str
    old: Any
    new: Any
    replaced: bool


def changes(before: str | None, after: str | None) -> tuple[Change, ...]:
    """What was changed from what into what; a value that stayed the same is left out.

    Args:
        before: The values that were, as JSON; None when the event has none.
        after: The values that are.
    """
    old, new = (json.loads(values) if values else {} for values in (before, after))
    told = (Change(field, old.get(field), new.get(field), field in old) for field in old | new)
    return tuple(change for change in told if change.old != change.new)
