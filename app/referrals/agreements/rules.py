"""Agreements: when one is due for review, and to whom people really turn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.referrals.model import Organisation

FEWEST_PEOPLE = 3
LONGEST_SUBJECT = 200


@dataclass(frozen=True)
class Worker:
    """A contact person, or who can be one; `here` says whether she still works on her side."""

    id: str
    name: str
    here: bool = True


@dataclass(frozen=True)
class Agreement:
    """What two organisations agreed, seen from the viewer's; `lead` is the id of the one that leads."""

    id: str
    subject: str
    review_at: date
    version: int
    mine: Organisation
    other: Organisation
    lead: str
    our_person: Worker | None
    their_person: Worker | None
    today: date

    @property
    def overdue(self) -> bool:
        """Whether the day of review is past."""
        return self.review_at < self.today

    @property
    def leader(self) -> Organisation:
        """The organisation that has the lead."""
        return self.mine if self.lead == self.mine.id else self.other


@dataclass(frozen=True)
class Asked:
    """Somebody of the other organisation, and who of the viewer's own turn to her (by id)."""

    id: str
    name: str
    askers: frozenset[str]


@dataclass(frozen=True)
class Difference:
    """How many people turn to the agreed contact person, and to whom most turn.

    Attributes:
        people: How many of the viewer's organisation turn to anybody of the other.
        agreed: How many of them turn to the agreed contact person; None for fewer than three but somebody.
        most: To whom most turn; None when that is the agreed one, or for fewer than three.
        most_people: How many turn to her.
    """

    people: int
    agreed: int | None
    most: str | None
    most_people: int | None


def difference(asked: Iterable[Asked], agreed: str | None) -> Difference | None:
    """The difference between the agreed contact person and those whom people turn to; None on too few people.

    No number is given that is about one or two people.

    Args:
        asked: Everybody of the other organisation to whom somebody turns.
        agreed: The id of the agreed contact person.
    """
    rows = sorted(asked, key=lambda row: (-len(row.askers), row.id != agreed, row.name))
    people = len(frozenset().union(*(row.askers for row in rows)))
    if people < FEWEST_PEOPLE:
        return None
    to_agreed = next((len(row.askers) for row in rows if row.id == agreed), 0)
    shown = to_agreed if to_agreed == 0 or to_agreed >= FEWEST_PEOPLE else None
    first = rows[0]
    if first.id == agreed or len(first.askers) < FEWEST_PEOPLE:
        return Difference(people, shown, None, None)
    return Difference(people, shown, first.name, len(first.askers))
