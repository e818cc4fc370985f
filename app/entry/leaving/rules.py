"""Decisions about leaving, on values in hand."""

from datetime import date, timedelta
from enum import StrEnum

FURTHEST = timedelta(days=366)


class Follows(StrEnum):
    """Who follows somebody who leaves."""

    COLLEAGUE = "collega"
    NEW = "nieuw"
    NOBODY = "niemand"


def may_be_last(day: date, today: date) -> bool:
    """Whether a day may be somebody's last: today, or within a year.

    Args:
        day: The day that she fills in.
        today: The day on which she does. A day before it would shut her out at once, without a way back.
    """
    return today <= day <= today + FURTHEST
