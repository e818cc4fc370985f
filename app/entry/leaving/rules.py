"""Decisions about leaving, on values in hand."""

from datetime import date, timedelta
from enum import StrEnum

FURTHEST = timedelta(days=366)


class Follows(StrEnum):
    """Who follows somebody who leaves."""

    COLLEAGUE = "collega"
    NEW = "nieuw"
    NOBODY = "niemand"


def may_be_last(day: date, today: date, since: date | None) -> bool:
    """Whether a day may be somebody's last: within a year of today, before it or after, and not before her first.

    Args:
        day: The day that she fills in.
        today: The day on which she does.
        since: The first day of the position, when that is known.
    """
    return abs(day - today) <= FURTHEST and (since is None or since <= day)
