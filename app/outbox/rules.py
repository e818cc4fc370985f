"""Decisions about mail and about the yearly check, on values in hand."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.platform.missing import NotThereError
from app.platform.versions import mark_of

MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400
PAUSES_S = (5 * MINUTE_S, 30 * MINUTE_S, 2 * HOUR_S, DAY_S)
MOST_TRIES = len(PAUSES_S) + 1
PERMANENT = 500
ADDRESS_REPLIES = frozenset({"550", "551", "553"})
ADDRESS_STATUSES = ("5.0.", "5.1.", "5.2.")
MAILBOX_FULL = "5.2.2"

EVERYTHING, HERSELF = "alles", "ik"
LONGEST_REMARK = 300


class Outcome(StrEnum):
    """How an attempt to send a mail ended."""

    SENT = "sent"
    REFUSED = "refused"
    LATER = "later"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class Position:
    """As what somebody works, how many days a week, and since when."""

    role: str
    days: float | None
    since: date | None


@dataclass(frozen=True)
class Workplace:
    """Where somebody works, as others see it; `confirmed` once she said that it is right."""

    id: str
    name: str
    positions: tuple[Position, ...]
    confirmed: bool


@dataclass(frozen=True)
class Check:
    """What others see of one person, and what of it she confirmed by her link."""

    region: str
    region_name: str
    person: str
    name: str
    phone: str | None
    reachable: str | None
    confirmed: bool
    workplaces: tuple[Workplace, ...]

    @property
    def mark(self) -> str:
        """The mark of what she is shown; what she confirmed of it does not count."""
        places = [(place.id, [vars(position) for position in place.positions]) for place in self.workplaces]
        return mark_of({"name": self.name, "phone": self.phone, "reachable": self.reachable, "places": places})


def outcome_of(code: int) -> Outcome:
    """What a mail server's refusal means: for good from 500 on, else for now.

    Args:
        code: The reply code.

    Source: RFC 5321, 4.2.1.
    """
    return Outcome.REFUSED if code >= PERMANENT else Outcome.LATER


def gives_up(outcome: Outcome, tries: int) -> bool:
    """Whether a mail is not tried again: refused for good, or put off as often as there are pauses."""
    return outcome is Outcome.REFUSED or (outcome is Outcome.LATER and tries >= MOST_TRIES)


def blames_address(code: str) -> bool:
    """Whether the code with which a mail was given up says that its address is wrong, as far as anybody can tell.

    Args:
        code: A reply code (550), a status code (5.1.1), or what kept us from getting one (`TimeoutError`).

    Source: RFC 5321, 4.2.2 for reply codes. RFC 3463, 3.2 and 3.3: 5.1 is about the address, 5.2 about the mailbox.
    What is about servers, the content (5.6) or rules (5.7) is no fault of the address; nor is a full mailbox.
    """
    return code in ADDRESS_REPLIES or (code.startswith(ADDRESS_STATUSES) and code != MAILBOX_FULL)


def lines_meant(check: Check, line: str) -> tuple[bool, tuple[str, ...]]:
    """Which lines a button confirms: herself or not, and at which organisations.

    Args:
        check: The lines on the page.
        line: `EVERYTHING`, `HERSELF`, or the id of an organisation.

    Raises:
        NotThereError: There is no such line.
    """
    organisations = tuple(place.id for place in check.workplaces)
    if line == EVERYTHING:
        return True, organisations
    if line == HERSELF:
        return True, ()
    if line not in organisations:
        raise NotThereError(line)
    return False, (line,)


def is_done(check: Check) -> bool:
    """Whether a link has done its work: every line is confirmed, or there is nowhere left where she works."""
    if not check.workplaces:
        return True
    return check.confirmed and all(place.confirmed for place in check.workplaces)
