"""What a missing link is said about, which comes first, and whom to introduce; decided on values in hand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, TypeVar

NO_WAY = 99


@dataclass(frozen=True)
class Organisation:
    """A school or a partner of the region."""

    id: str
    name: str
    kind: str
    municipality: str | None


@dataclass(frozen=True)
class Person:
    """Somebody at work in an organisation.

    Attributes:
        since: First day in this position; None when nobody put it down.
        alone: Whether she has no present tie at all.
    """

    id: str
    name: str
    role: str
    since: date | None
    alone: bool
    organisation: Organisation


@dataclass(frozen=True)
class Gap:
    """A norm that a school misses.

    Attributes:
        norm: The norm's code.
        person: Whom to get to know.
        schools: How many schools of the municipality know this person already.
    """

    norm: str
    person: Person
    schools: int


def pair_key(one: Organisation | Person, other: Organisation | Person) -> str:
    """What names a pair in an address, in whichever order it is given."""
    return ".".join(sorted((one.id, other.id)))


def by_name(one: Organisation, other: Organisation) -> tuple[Organisation, Organisation]:
    """The pair in the order of their names."""
    return (one, other) if one.name.casefold() <= other.name.casefold() else (other, one)


@dataclass(frozen=True)
class NormGaps:
    """A school that misses fixed contacts of the region's norms."""

    rule: ClassVar = "norm"
    school: Organisation
    counsellor: Person | None
    missing: tuple[Gap, ...]
    met: tuple[str, ...]

    @property
    def key(self) -> str:
        """What names the finding in an address."""
        return self.school.id

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Whom the finding is about."""
        return (self.school,)

    @property
    def order(self) -> tuple[object, ...]:
        """Most missing first; a counsellor who knows nobody before one who does."""
        return (-len(self.missing), not (self.counsellor and self.counsellor.alone), self.school.name, self.key)


@dataclass(frozen=True)
class Case:
    """A referral that two organisations both worked on; `people` are the ids of those at work in them who did."""

    number: str
    theme: str
    opened: date
    closed: date | None
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class SameCases:
    """Two organisations on the same referrals, of which nobody knows anybody.

    Attributes:
        introduce: Whom to introduce to each other, one of each organisation where somebody works.
    """

    rule: ClassVar = "same-cases"
    one: Organisation
    other: Organisation
    cases: tuple[Case, ...]
    introduce: tuple[Person, ...]

    @property
    def key(self) -> str:
        """What names the finding in an address."""
        return pair_key(self.one, self.other)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Whom the finding is about."""
        return self.one, self.other

    @property
    def themes(self) -> tuple[str, ...]:
        """The codes of the themes, the most frequent first."""
        counted = Counter(case.theme for case in self.cases)
        return tuple(sorted(counted, key=lambda theme: (-counted[theme], theme)))

    @property
    def order(self) -> tuple[object, ...]:
        """Most referrals first."""
        return -len(self.cases), self.one.name, self.other.name, self.key


@dataclass(frozen=True)
class Tie:
    """Who told of it, and whom it is about."""

    ego: Person
    alter: Person


@dataclass(frozen=True)
class OneSided:
    """Ties between two organisations that only one end tells of; `cases` counts the referrals they both worked on."""

    rule: ClassVar = "one-sided"
    one: Organisation
    other: Organisation
    cases: int
    ties: tuple[Tie, ...]

    @property
    def key(self) -> str:
        """What names the finding in an address."""
        return pair_key(self.one, self.other)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Whom the finding is about."""
        return self.one, self.other

    @property
    def order(self) -> tuple[object, ...]:
        """Most referrals first, then most ties."""
        return -self.cases, -len(self.ties), self.one.name, self.other.name, self.key


@dataclass(frozen=True)
class Step:
    """The next person on a warm way, and how often the one before is in touch with her."""

    person: Person
    frequency: str | None


@dataclass(frozen=True)
class Wanted:
    """A contact that is wanted, and the shortest warm way to it; an empty way where there is none of four steps."""

    rule: ClassVar = "wanted"
    ego: Person
    alter: Person | Organisation
    way: tuple[Step, ...]

    @property
    def key(self) -> str:
        """What names the finding in an address."""
        return f"{self.ego.id}.{self.alter.id}"

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Whom the finding is about."""
        return self.ego.organisation, self.alter.organisation if isinstance(self.alter, Person) else self.alter

    @property
    def order(self) -> tuple[object, ...]:
        """Shortest way first: what one introduction can solve."""
        return len(self.way) or NO_WAY, self.ego.name, self.alter.name, self.key


@dataclass(frozen=True)
class NearMiss:
    """Two people of different organisations without a tie, with many common contacts.

    Attributes:
        common: The contacts they share.
        score: The resource allocation index: the sum over common contacts of one over how many people each knows.
    """

    rule: ClassVar = "near-miss"
    one: Person
    other: Person
    common: tuple[Person, ...]
    score: float

    @property
    def key(self) -> str:
        """What names the finding in an address."""
        return pair_key(self.one, self.other)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Whom the finding is about."""
        return self.one.organisation, self.other.organisation

    @property
    def order(self) -> tuple[object, ...]:
        """Highest score first."""
        return -self.score, self.one.name, self.other.name, self.key


Finding = NormGaps | SameCases | OneSided | Wanted | NearMiss
F = TypeVar("F", NormGaps, SameCases, OneSided, Wanted, NearMiss)


def pressing_first(rows: Iterable[F]) -> tuple[F, ...]:
    """The rows of one rule, what matters most first."""
    return tuple(sorted(rows, key=lambda row: row.order))


def introducible(cases: Iterable[Case], *staffs: Iterable[Person]) -> tuple[Person, ...]:
    """Of each staff the person on most of the cases; the first by role where nobody is on any.

    Args:
        cases: The referrals that the organisations share.
        staffs: Who works at each of the organisations.
    """
    handled = Counter(person for case in cases for person in case.people)
    ranked = [sorted(staff, key=lambda p: (-handled[p.id], p.role, p.name, p.id)) for staff in staffs]
    return tuple(staff[0] for staff in ranked if staff)


def main_first(days: float, position: Person) -> tuple[float, date, str]:
    """The order of somebody's positions: most days a week, then longest, then by the organisation's id."""
    return -days, position.since or date.max, position.organisation.id


def counsellor(staff: Iterable[Person]) -> Person | None:
    """The internal counsellor (IB'er) of a school, the one who is there longest; None where there is none."""
    found = [person for person in staff if person.role.casefold() in {"ib", "ib'er", "intern begeleider"}]
    return min(found, key=lambda person: (person.since or date.max, person.name), default=None)


def within(row: Finding, municipality: str, kind: str) -> bool:
    """Whether the row is about an organisation of this municipality and kind; an empty text is no filter."""
    return any(municipality in {"", found.municipality} and kind in {"", found.kind} for found in row.organisations)


def about(row: SameCases, theme: str, staff: Mapping[str, tuple[Person, ...]]) -> SameCases:
    """The row as it stands when only the referrals of one theme count."""
    cases = tuple(case for case in row.cases if case.theme == theme)
    return replace(row, cases=cases, introduce=introducible(cases, staff[row.one.id], staff[row.other.id]))
