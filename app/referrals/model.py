"""A case as the pages know it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Organisation:
    """Where a case is or was."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True)
class Person:
    """Who handed a case over, or took it on; `here` says whether she still works where she did so."""

    id: str
    name: str
    here: bool


@dataclass(frozen=True)
class Step:
    """A handover: it waits from `at` until it is accepted or declined.

    Attributes:
        n: Its place on the case, from 1.
        giver: The organisation that hands over.
        taker: The organisation that is asked.
        by: Who handed over; None when the file that it came from did not say.
        taken_by: Who took it on; None while nobody has.
        at: The day on which it was handed over.
        accepted_at: The day on which it was taken on.
        declined_at: The day on which it was declined or taken back; the next step brings the case back.
        reason: Why, as a code of `rules.Reason`.
        note: What was said with it.
    """

    n: int
    giver: Organisation
    taker: Organisation
    by: Person | None
    taken_by: Person | None
    at: date
    accepted_at: date | None = None
    declined_at: date | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Lead:
    """Who has the lead, and since when."""

    organisation: Organisation
    person: Person | None
    since: date


@dataclass(frozen=True)
class Case:
    """A case, with its steps in order; there is at least one.

    Attributes:
        number: The number without meaning by which people speak of it.
        theme: The theme's code.
        opened: The day on which it began.
        closed: The day on which it ended; None while it runs.
        outcome: How it ended, as a code of `rules.Outcome`.
        version: Raised by every change.
        steps: The handovers.
        today: The day on which this was read.
    """

    number: str
    theme: str
    opened: date
    closed: date | None
    outcome: str | None
    version: int
    steps: tuple[Step, ...]
    today: date

    @property
    def stamp(self) -> str:
        """What a form carries, to see whether the case has changed since; steps that a file adds raise no version."""
        return f"{self.version}.{len(self.steps)}"

    @property
    def pending(self) -> Step | None:
        """The last handover, while nobody has answered it."""
        last = self.steps[-1]
        return None if self.closed or last.accepted_at or last.declined_at else last

    @property
    def came_back(self) -> Step | None:
        """The handover that was declined or taken back last, when the case has not gone on since."""
        before = self.steps[-2] if len(self.steps) > 1 else None
        return before if before and before.declined_at and not self.closed else None

    @property
    def lead(self) -> Lead:
        """Who accepted last; before the first acceptance the one who opened the case."""
        taken = [step for step in self.steps if step.accepted_at]
        if taken:
            return Lead(taken[-1].taker, taken[-1].taken_by, taken[-1].accepted_at or taken[-1].at)
        return Lead(self.steps[0].giver, self.steps[0].by, self.opened)

    @property
    def organisations(self) -> frozenset[str]:
        """The ids of the organisations that are or were on the case."""
        return frozenset(end.id for step in self.steps for end in (step.giver, step.taker))

    def first_of(self, organisations: Collection[str]) -> Organisation | None:
        """The first organisation on the case that is one of these; None when none of them was ever on it."""
        ends = (end for step in self.steps for end in (step.giver, step.taker))
        return next((end for end in ends if end.id in organisations), None)

    @property
    def waiting(self) -> int:
        """For how many days the last handover waits, or nothing has happened since the case came back; else 0."""
        return (self.today - self.steps[-1].at).days if self.pending or self.came_back else 0


@dataclass(frozen=True)
class KnownRoute:
    """A route that worked before: its organisations in order, on how many cases, in how many days (median)."""

    stops: tuple[Organisation, ...]
    cases: int
    days: float
