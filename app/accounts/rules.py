"""Decisions about accounts, on values in hand."""

from enum import StrEnum

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
