"""The missing links as the pages know them: a row per finding, with what names it and which comes first."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

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
        alone: Whether she has no present tie that the reader may know of.
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
