"""The people of the region, their positions and the positions they left."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from seed import planted
from seed.model import District, Organisation, Person, Position, Region
from seed.names import Names
from seed.organisations import slug

_CARE = ("gedragswetenschapper", "ambulant begeleider", "ambulant begeleider")
_ROLES: dict[str, tuple[str, ...]] = {
    "bao": ("schoolleider", "IB"),
    "sbo": ("schoolleider", "IB", *_CARE, *["leerkracht"] * 4),
    "gemeente": ("beleidsmedewerker onderwijs", "leerplichtambtenaar", "beleidsmedewerker jeugd"),
    "jgz": ("jeugdverpleegkundige", "jeugdverpleegkundige", "jeugdarts", "doktersassistent"),
    "wijkteam": ("consulent", "consulent", "gezinscoach", "gezinscoach", "schoolmaatschappelijk werker"),
    "jeugdhulp": ("intaker", "orthopedagoog", "jeugdpsycholoog", "behandelaar", "behandelaar"),
    "veilig_thuis": ("medewerker advies", "medewerker advies", "vertrouwensarts", "onderzoeker"),
    "kinderopvang": ("locatiemanager", "pedagogisch coach"),
    "samenwerking": ("coördinator", "projectleider"),
    "overig": ("coördinator", "behandelaar"),
}  # fmt: skip
_ROLES["so"] = _ROLES["sbo"]
_SWV = (
    "manager",
    "applicatiebeheerder",
    "functionaris gegevensbescherming",
    "beleidsadviseur",
    *["trajectbegeleider"] * 4,
)
_SETTLED = date(2024, 8, 1)
_LEAVERS, _MOVERS, _SHARED = 14, 15, 8


class Hiring:
    """Takes people on, one after another."""

    def __init__(self, region: Region, rng: Random, seed: int) -> None:
        self._region = region
        self._rng = rng
        self._names = Names(rng, seed, planted.names())
        self._cast = planted.cast(region)
        self._emails: set[str] = set()

    def everyone(self) -> None:
        """Fill every organisation until the region has its number of people, then add who left or moved."""
        for org in self._region.organisations:
            for role, district in _vacancies(org, self._region.districts):
                self._hire(org, role, district)
        schools = self._region.orgs("bao")
        missing = self._region.size.people - len(self._region.people)
        for index in range(missing):
            self._hire(schools[index % len(schools)], "leerkracht", schools[index % len(schools)].district)
        for name, org, role, since, until in planted.leavers(self._region):
            self._add(name, org, role, org.district, since, until)
        self._leavers(schools)
        self._region.index_staff()
        self._movers(schools)
        self._shared_teachers(schools)

    def _hire(self, org: Organisation, role: str, district: District | None) -> Person:
        name, since = self._cast.pop((org.key, role), (None, None))
        return self._add(name or self._names.new(), org, role, district, since or self._since(role), None)

    def _add(
        self, name: str, org: Organisation, role: str, district: District | None, since: date, until: date | None
    ) -> Person:
        email = self._email(name, org)
        days = self._rng.choice(("2", "2,5", "3", "3", "4", "4", "4,5", "5"))
        phone = f"06-00{self._rng.randrange(10**6):06d}"
        person = Person(email, name, phone, org, role, since, until, days, district)
        self._region.people.append(person)
        return person

    def _email(self, name: str, org: Organisation) -> str:
        given, _, family = name.partition(" ")
        address = f"{slug(given)}.{slug(family)}@{org.domain}"
        while address in self._emails:
            address = address.replace("@", "2@")
        self._emails.add(address)
        return address

    def _since(self, role: str) -> date:
        if role != "leerkracht" and self._rng.random() < 0.85:
            return _SETTLED - timedelta(days=self._rng.randrange(0, 4000))
        return date(self._rng.choice((2012, 2016, 2019, 2021, 2023, 2024, 2025, 2026)), 8, 1)

    def _leavers(self, schools: list[Organisation]) -> None:
        """IB'ers and school leaders who left the region in the last two years."""
        for school in self._rng.sample(_ordinary(schools), _LEAVERS * self._region.size.scale):
            until = date(self._rng.choice((2025, 2026)), 7, 31)
            role = self._rng.choice(("IB", "IB", "schoolleider"))
            self._add(self._names.new(), school, role, school.district, date(2019, 8, 1), until)

    def _movers(self, schools: list[Organisation]) -> None:
        """People who had another position in the region before this one."""
        for person in self._rng.sample(self._plain(), _MOVERS * self._region.size.scale):
            earlier = self._rng.choice([school for school in schools if school.key != person.org.key])
            until = person.since - timedelta(days=1)
            self._region.positions.append(
                Position(person, earlier, "IB", date(until.year - 4, 8, 1), until, person.days)
            )

    def _shared_teachers(self, schools: list[Organisation]) -> None:
        """Gym teachers who also work at a second school in the same district."""
        for person in self._rng.sample(self._plain(), _SHARED * self._region.size.scale):
            second = self._rng.choice(
                [
                    school
                    for school in _ordinary(schools)
                    if school.district == person.district and school.key != person.org.key
                ]
            )
            self._region.positions.append(Position(person, second, "vakleerkracht", person.since, None, "1"))

    def _plain(self) -> list[Person]:
        """Teachers outside the corner and the planted schools, with no second position yet."""
        busy = {position.person.email for position in self._region.positions}
        schools = {school.key for school in _ordinary(self._region.orgs("bao"))}
        return [
            person
            for person in self._region.present
            if person.role == "leerkracht"
            and not person.corner
            and person.org.key in schools
            and person.email not in busy
        ]


def add_directors(region: Region) -> None:
    """Give each school board one of its school leaders, who directs it for a day a week beside the school."""
    known = sorted(region.present, key=lambda person: person.name not in planted.ACCOUNTS.values())
    leaders = [person for person in known if person.role == "schoolleider" and person.org.board]
    for board, leader in {person.org.board: person for person in reversed(leaders)}.items():
        name = f"Schoolbestuur {board}"
        office = Organisation(name, "bestuur", f"{slug(name)}.example")
        region.positions.append(Position(leader, office, "bestuurder", leader.since, None, "1"))


def _vacancies(org: Organisation, districts: list[District]) -> Iterator[tuple[str, District | None]]:
    if org.kind == "swv":
        yield from ((role, None) for role in _SWV)
        yield from (("ondersteuner", district) for district in districts)
        return
    corner = next(district for district in districts if district.corner)
    for role in _ROLES[org.kind]:
        visits = role == "ambulant begeleider" and org.municipality == corner.municipality
        yield role, corner if visits else org.district


def _ordinary(schools: list[Organisation]) -> list[Organisation]:
    return [school for school in schools if school.name not in planted.SCHOOLS]
