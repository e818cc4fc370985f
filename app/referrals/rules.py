"""Who may do what with a case, and when one asks for attention."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from app.referrals.model import Case, Lead, Step

LONGEST_NORM = 365
# A word of five letters or more may be a name, as may more than six in all; and a date may be a birthday.
NUMBER = r"(?=.*\d)(?!.*[A-Z]{5})(?!(?:.*[A-Z]){7})(?!.*\d{4}-\d\d?-\d)(?!.*\d-\d\d?-\d{4})[A-Z0-9-]{1,20}"
LONGEST_NOTE = 300


class Outcome(StrEnum):
    """How a case ended; the Dutch words stand in `forms.py`."""

    PLACED = "placed"
    SUPPORTED = "supported"
    WITHDRAWN = "withdrawn"
    OTHER = "other"


class Reason(StrEnum):
    """Why a handover was declined; `TAKEN_BACK` is for the one who had handed over."""

    FULL = "full"
    NOT_OURS = "not_ours"
    INCOMPLETE = "incomplete"
    ELSEWHERE = "elsewhere"
    OTHER = "other"
    TAKEN_BACK = "taken_back"


DECLINING = tuple(reason for reason in Reason if reason is not Reason.TAKEN_BACK)


class Concern(StrEnum):
    """Why an open case asks for attention; the sentences stand in `templates/referrals/words.html`."""

    WAITS = "waits"
    CAME_BACK = "came_back"
    LEFT = "left"


class Group(StrEnum):
    """Where a case stands, seen from one's own organisation, as the address of its page says it."""

    ASKS_US = "wacht"
    OURS = "regie"
    ELSEWHERE = "elders"
    SCHOOLS = "scholen"
    CLOSED = "gesloten"


def may_answer(case: Case, organisations: Collection[str]) -> bool:
    """Whether somebody of these organisations may accept or decline: the case waits for one of them."""
    return case.pending is not None and case.pending.taker.id in organisations


def may_take_back(case: Case, organisations: Collection[str]) -> bool:
    """Whether somebody of these organisations may take the last handover back: it is theirs, and nobody accepted."""
    return case.pending is not None and case.pending.giver.id in organisations


def may_go_on(case: Case, organisations: Collection[str]) -> bool:
    """Whether somebody of these organisations may hand over or close: they have the lead, and nothing waits."""
    return not case.closed and case.pending is None and case.lead.organisation.id in organisations


def is_slip(step: Step, today: date) -> bool:
    """Whether taking back undoes a handover as if it had not been: only on its own day.

    A later day is another matter: the waiting was real, and the slow routes must go on to count it.
    """
    return step.at == today


def concern(case: Case, norm: int) -> Concern | None:
    """Why a case asks for attention; None when it does not.

    Args:
        case: The case.
        norm: After how many days of waiting; on the day of the norm itself it is still in time.
    """
    if case.closed:
        return None
    if case.waiting > norm:
        return Concern.WAITS if case.pending else Concern.CAME_BACK
    return Concern.LEFT if has_left(case.lead) and not case.pending else None


def has_left(lead: Lead) -> bool:
    """Whether the person with the lead no longer works there; an unnamed person has not left."""
    return lead.person is not None and not lead.person.here


def may_act(case: Case, organisations: Collection[str]) -> bool:
    """Whether somebody of these organisations can set the case going again."""
    return any(may(case, organisations) for may in (may_answer, may_take_back, may_go_on))


def concerned(cases: Iterable[Case], norm: int) -> list[tuple[Case, Concern]]:
    """The cases that ask for attention and why, those that wait longest first, then by number.

    Args:
        cases: Any cases.
        norm: After how many days of waiting.
    """
    found = [(case, why) for case in cases if (why := concern(case, norm))]
    return sorted(found, key=lambda row: (-row[0].waiting, row[0].number))


def goes_round(case: Case, taker: str) -> bool:
    """Whether a case would come back to an organisation that was on it before."""
    return taker in case.organisations
