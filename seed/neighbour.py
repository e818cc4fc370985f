"""The neighbouring region: small, and there so that a border can be crossed, or must not be."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

from seed.model import TODAY, District, GeneratedRegion, Organisation, Person, Position, Region, RegionSize
from seed.names import Names
from seed.organisations import slug
from seed.referrals import Case, Handover
from seed.ties import INTRODUCTIONS, PRIVATE, SHARED, Tie
from seed.write import write_contacts, write_offers, write_people, write_referrals, write_schools

CODE, NAME = "PO-99-61", "Regio Vennebroek"
TOWN, VILLAGE = District("Vennebroek", "Vennebroek", 4), District("Essendonk", "Essendonk", 2)
SIZE = RegionSize(60)
SCHOOLS = ("De Vennen", "Het Kwartier", "De Zeilboot", "De Kwikstaart", "De Essen", "De Donk", "De Overstap")
PARTNERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("wijkteam Vennebroek", "wijkteam", ("thuissituatie", "gedrag")),
    ("GGD-team Vennebroek", "jgz", ("gezondheid", "motoriek")),
    ("Kindspoor", "jeugdhulp", ("angst", "autisme")),
    ("De Kade Jeugdhulp", "jeugdhulp", ("gedrag", "thuiszitten")),
)
ROLES = {
    "bao": ("schoolleider", "IB", "leerkracht", "leerkracht"),
    "sbo": ("schoolleider", "IB", "gedragswetenschapper"),
    "swv": ("manager", "applicatiebeheerder", "ondersteuner"),
    "gemeente": ("leerplichtambtenaar", "beleidsmedewerker jeugd"),
    "wijkteam": ("consulent", "gezinscoach"),
    "jgz": ("jeugdverpleegkundige", "jeugdarts"),
    "jeugdhulp": ("intaker", "behandelaar"),
}
ACCOUNTS = {
    "swv_manager": ("swv", "manager"),
    "schoolleider": ("bao", "schoolleider"),
    "ib": ("bao", "IB"),
    "partner": ("jgz", "jeugdarts"),
}
OUTSIDE = frozenset({"leerkracht", "applicatiebeheerder"})
CASES, CHANCE = 30, 0.18


def generate_neighbour(into: Path, guest: Person, seed: int) -> GeneratedRegion:
    """Write the neighbouring region as five CSV files: fourteen organisations, some forty people, thirty cases.

    Args:
        into: an existing or new folder; files with the same names are overwritten.
        guest: somebody of the demo region who works here a day a week.
        seed: the same seed gives the same bytes.

    Raises:
        OSError: the folder cannot be written.
    """
    rng = Random(f"{seed}/{CODE}")
    into.mkdir(parents=True, exist_ok=True)
    region = Region(SIZE, CODE, NAME, [TOWN, VILLAGE], list(_organisations()))
    region.people.extend(_people(region, rng, Names(rng, seed, {guest.name})))
    region.index_staff()
    region.positions.append(
        Position(guest, region.org("wijkteam Vennebroek"), "gezinscoach", date(2024, 9, 1), None, "1")
    )
    made = GeneratedRegion(
        code=CODE,
        name=NAME,
        municipalities=(TOWN.name, VILLAGE.name),
        schools=into / "scholen.csv",
        people=into / "personen.csv",
        offers=into / "aanbod.csv",
        contacts=into / "contacten.csv",
        referrals=into / "verwijzingen.csv",
        people_count=len(region.people) + 1,
        accounts={role: _holder(region, *place).email for role, place in ACCOUNTS.items()},
        guest=guest,
    )
    write_schools(made.schools, region, rng)
    write_people(made.people, region)
    write_offers(made.offers, region)
    write_contacts(made.contacts, _ties(region, rng))
    write_referrals(made.referrals, [_case(region, rng, number) for number in range(1, CASES + 1)])
    return made


def _organisations() -> Iterator[Organisation]:
    for index, name in enumerate(SCHOOLS):
        home = TOWN if index < TOWN.schools else VILLAGE
        kind = "sbo" if name == SCHOOLS[-1] else "bao"
        yield Organisation(name, kind, _domain(name), home.municipality, home, f"39A{chr(65 + index)}00", "90610")
    yield Organisation("Samenwerkingsverband Vennebroek", "swv", _domain("swv"))
    yield Organisation("Gemeente Vennebroek", "gemeente", _domain("gemeente"), TOWN.municipality, TOWN)
    for name, kind, themes in PARTNERS:
        yield Organisation(name, kind, _domain(name), TOWN.municipality, TOWN, themes=themes)


def _domain(name: str) -> str:
    return f"{slug(name)}.vennebroek.example"


def _people(region: Region, rng: Random, names: Names) -> Iterator[Person]:
    for org in region.organisations:
        for role in ROLES[org.kind]:
            given, _, family = (name := names.new()).partition(" ")
            email = f"{slug(given)}.{slug(family)}@{org.domain}"
            since = date(rng.randrange(2015, 2026), 8, 1)
            phone = f"06-00{rng.randrange(10**6):06d}"
            yield Person(email, name, phone, org, role, since, days=rng.choice(("3", "4", "5")), district=org.district)


def _holder(region: Region, kind: str, role: str) -> Person:
    return region.staff(region.orgs(kind)[0], role)[0]


def _ties(region: Region, rng: Random) -> list[Tie]:
    """Who works together knows each other; who works outside the school knows some of the others."""
    found = []
    for one, other in combinations(region.people, 2):
        together = one.org == other.org
        apart = OUTSIDE & {one.role, other.role}
        if together or (not apart and rng.random() < CHANCE):
            found.append(_tie(one, other, rng))
            if together or rng.random() < 0.6:
                found.append(_tie(other, one, rng))
    return found


def _tie(ego: Person, alter: Person, rng: Random) -> Tie:
    frequency = rng.choice(("wekelijks", "maandelijks", "per kwartaal"))
    visibility = rng.choice((SHARED, SHARED, INTRODUCTIONS, PRIVATE))
    at = TODAY - timedelta(days=rng.randrange(10, 400))
    return Tie(ego, alter, "aanwezig", "K", "positief", frequency, str(rng.randrange(2, 6)), visibility, "", at)


def _case(region: Region, rng: Random, number: int) -> Case:
    school = rng.choice(region.orgs("bao"))
    stops = [school, *rng.sample(region.orgs("swv", "wijkteam", "jgz", "jeugdhulp"), rng.choice((1, 2, 2)))]
    opened = at = TODAY - timedelta(days=rng.randrange(150, 420))
    steps = []
    for giver, taker in pairwise(stops):
        at += timedelta(days=rng.randrange(3, 15))
        accepted = at + timedelta(days=rng.randrange(2, 30))
        by, to = rng.choice(region.staff(giver)), rng.choice(region.staff(taker))
        steps.append(Handover(giver, taker, at, accepted, by, to, ""))
        at = accepted
    runs = rng.random() < 0.2
    closed = None if runs else at + timedelta(days=rng.randrange(10, 40))
    theme = rng.choice(("gedrag", "angst", "thuissituatie", "gezondheid"))
    return Case(f"Z61-{number:05d}", theme, opened, closed, "" if runs else "ondersteund", steps)
