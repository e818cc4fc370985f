"""What a fictitious region consists of, before it is written to files."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 20)
SCHOOL_KINDS = frozenset({"bao", "sbo", "so"})


@dataclass(frozen=True)
class RegionSize:
    """How large a region becomes, and which of the sixty it is.

    Args:
        number: 1 to 60; sets the region's code, names, BRINs and e-mail domains apart from the others.
        scale: how many times the size of the demo region (48 bao, 600 people, 5,000 contacts, 900 cases).

    Raises:
        ValueError: the number or scale leaves the range for which BRINs can be invented.
    """

    number: int = 1
    scale: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 60 or not 1 <= self.scale <= 12:
            raise ValueError("number must be 1 to 60 and scale 1 to 12")

    @property
    def people(self) -> int:
        """People with a current position."""
        return 600 * self.scale

    @property
    def contacts(self) -> int:
        """Directed contact rows, in every state."""
        return 5000 * self.scale

    @property
    def cases(self) -> int:
        """Referrals, open and closed."""
        return 900 * self.scale

    @property
    def open_cases(self) -> int:
        """Referrals that still run on the generator's today."""
        return 87 * self.scale


DEMO = RegionSize()


@dataclass(frozen=True)
class District:
    """A neighbourhood with one support officer, one neighbourhood team and one youth health team."""

    name: str
    municipality: str
    schools: int
    corner: bool = False


@dataclass(frozen=True)
class Organisation:
    """A school or a partner; a school has a branch code, and a regional partner has no district."""

    name: str
    kind: str
    domain: str
    municipality: str = ""
    district: District | None = None
    branch: str = ""
    board: str = ""
    themes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """How the import files refer to it: the branch code of a school, else the name."""
        return self.branch or self.name

    @property
    def is_school(self) -> bool:
        """Whether it is a school of any kind."""
        return self.kind in SCHOOL_KINDS


@dataclass(frozen=True)
class Person:
    """Someone in the position that made us know them; `district` is where they do their work."""

    email: str
    name: str
    phone: str
    org: Organisation
    role: str
    since: date
    until: date | None = None
    days: str = ""
    district: District | None = None

    @property
    def corner(self) -> bool:
        """Whether they work in the corner that only the planted broker connects."""
        return self.district is not None and self.district.corner

    def works_on(self, day: date) -> bool:
        """Whether they hold this position on the day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Position:
    """A second or an earlier position of a person."""

    person: Person
    org: Organisation
    role: str
    since: date
    until: date | None
    days: str


@dataclass
class Region:
    """The region while it is being made."""

    size: RegionSize
    code: str
    name: str
    districts: list[District]
    organisations: list[Organisation]
    people: list[Person] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)

    def org(self, name: str) -> Organisation:
        """The first organisation with this name."""
        return next(org for org in self.organisations if org.name == name)

    def orgs(self, *kinds: str) -> list[Organisation]:
        """All organisations of these kinds."""
        return [org for org in self.organisations if org.kind in kinds]

    def person(self, name: str) -> Person:
        """The person with this name."""
        return next(person for person in self.people if person.name == name)

    def staff(self, org: Organisation, *roles: str) -> list[Person]:
        """Who works there now, in these roles or in any."""
        return [p for p in self._present[org.key] if not roles or p.role in roles]

    def index_staff(self) -> None:
        """Sort people by organisation, once everybody is there."""
        self._present: dict[str, list[Person]] = {org.key: [] for org in self.organisations}
        self._ever: dict[str, list[Person]] = {org.key: [] for org in self.organisations}
        for person in self.people:
            self._ever[person.org.key].append(person)
            if person.until is None:
                self._present[person.org.key].append(person)

    def staff_on(self, org: Organisation, day: date) -> list[Person]:
        """Who worked there on the day."""
        return [person for person in self._ever[org.key] if person.works_on(day)]

    @property
    def present(self) -> Iterable[Person]:
        """Everybody with a current position."""
        return (person for person in self.people if person.until is None)


@dataclass(frozen=True)
class GeneratedRegion:
    """Where the files are and what they hold; the guest works a day a week in the neighbouring region."""

    code: str
    name: str
    municipalities: tuple[str, ...]
    schools: Path
    people: Path
    offers: Path
    contacts: Path
    referrals: Path
    people_count: int
    accounts: dict[str, str]
    guest: Person
