"""The fictitious region: everything a newcomer sees, and nothing of it real."""

from pathlib import Path
from random import Random

from seed import planted
from seed.cases import planted_cases
from seed.contacts import Acquaintance
from seed.model import DEMO, GeneratedRegion, Region, RegionSize
from seed.neighbour import generate_neighbour
from seed.organisations import organisations, slug
from seed.people import Hiring, add_directors
from seed.places import districts, municipalities
from seed.referrals import Calendar, Case, Router
from seed.ties import TieBook
from seed.write import write_contacts, write_offers, write_people, write_referrals, write_schools

__all__ = ["DEMO", "GeneratedRegion", "RegionSize", "generate", "generate_neighbour"]

SEED = 20261120


def generate(into: Path, size: RegionSize = DEMO, seed: int = SEED) -> GeneratedRegion:
    """Write a fictitious region as five CSV files in the layouts of docs/import.md.

    Args:
        into: an existing or new folder; files with the same names are overwritten.
        size: which region, and how large.
        seed: the same seed gives the same bytes.

    Returns:
        The paths, the region's code and name, its municipalities, the number of people with a current position,
        and one e-mail address for each role of the demo.

    Raises:
        OSError: the folder cannot be written.
    """
    rng = Random(f"{seed}/{size.number}")
    into.mkdir(parents=True, exist_ok=True)
    places = municipalities(size.number, size.scale)
    home = districts(places)
    region = Region(
        size, f"PO-99-{size.number:02d}", f"Regio {places[0]}", home, organisations(size, slug(places[0]), home)
    )
    Hiring(region, rng, seed + size.number).everyone()
    acquaintance = Acquaintance(region, rng)
    ties = acquaintance.everybody()
    cases = _cases(region, acquaintance.book, rng)
    add_directors(region)
    made = GeneratedRegion(
        code=region.code,
        name=region.name,
        municipalities=tuple(places),
        schools=into / "scholen.csv",
        people=into / "personen.csv",
        offers=into / "aanbod.csv",
        contacts=into / "contacten.csv",
        referrals=into / "verwijzingen.csv",
        people_count=sum(1 for _ in region.present),
        accounts={role: region.person(name).email for role, name in planted.ACCOUNTS.items()},
        guest=region.person(planted.SECOND),
    )
    write_schools(made.schools, region, rng)
    write_people(made.people, region)
    write_offers(made.offers, region)
    write_contacts(made.contacts, ties)
    write_referrals(made.referrals, cases)
    return made


def _cases(region: Region, book: TieBook, rng: Random) -> list[Case]:
    """Planted and ordinary cases, mixed, with the number of open ones that the size asks for."""
    calendar, router = Calendar(region, rng), Router(region, book.org_pairs(), rng)
    plans = list(planted_cases(region, rng))
    for plan in plans:
        router.note(plan.stops)
    numbers = [f"Z{region.size.number:02d}-{number:05d}" for number in range(1, region.size.cases + 1)]
    rng.shuffle(numbers)
    cases = [calendar.case(numbers.pop(), plan, runs=False) for plan in plans]
    missing = region.size.open_cases - sum(case.closed is None for case in cases)
    cases += [calendar.case(numbers.pop(), router.route(), runs=True) for _ in range(missing)]
    cases += [calendar.case(number, router.route(), runs=False) for number in numbers]
    return sorted(cases, key=lambda case: case.number)
