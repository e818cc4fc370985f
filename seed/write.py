"""Writes a region as the five files that the importers read."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from seed import planted
from seed.model import TODAY, Organisation, Person, Region
from seed.places import STREETS, postcode
from seed.referrals import Case
from seed.ties import Tie

_SCHOOLS = (
    "INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM", "BEVOEGD GEZAG NUMMER", "STRAATNAAM",
    "HUISNUMMER-TOEVOEGING", "POSTCODE", "PLAATSNAAM", "GEMEENTENUMMER", "GEMEENTENAAM",
    "TELEFOONNUMMER", "INTERNETADRES", "SOORT",
)  # fmt: skip
_PEOPLE = (
    "email", "naam", "telefoon", "organisatie", "soort", "gemeente", "plaats", "themas", "functie", "vanaf", "tot",
    "dagen", "bevestigd",
)  # fmt: skip
_OFFERS = (
    "organisatie", "thema", "leeftijd vanaf", "leeftijd tot en met", "plekken", "wachtdagen", "intake", "bevestigd",
)  # fmt: skip
_AGES = ((4, 12), (4, 18), (6, 12), (8, 18))
_WAITS = (7, 10, 14, 14, 21, 28, 35, 42)
_SLOW_WAIT = 63
_CONTACTS = (
    "van", "naar", "toestand", "soorten", "waarde", "hoe vaak", "sterkte", "zichtbaar", "notitie", "datum",
)  # fmt: skip
_REFERRALS = (
    "zaak", "thema", "geopend", "gesloten", "uitkomst", "stap", "van organisatie", "naar organisatie", "overgedragen",
    "aangenomen", "afgewezen", "reden", "van", "naar", "toelichting",
)  # fmt: skip


def write_schools(path: Path, region: Region, rng: Random) -> None:
    """The schools, in the columns that DUO publishes and we read."""
    places = list(dict.fromkeys(district.municipality for district in region.districts))
    first_number = 9000 + 3 * region.size.scale * (region.size.number - 1)
    rows = []
    for index, school in enumerate(region.orgs("bao", "sbo", "so")):
        place = places.index(school.municipality)
        rows.append((
            school.branch[:4], school.branch, school.name, school.board, rng.choice(STREETS), rng.randrange(1, 120),
            postcode(rng, place), school.municipality, first_number + place, school.municipality,
            f"0999-55{index:04d}", f"www.{school.domain}", school.kind,
        ))  # fmt: skip
    _write(path, _SCHOOLS, rows)


def write_people(path: Path, region: Region) -> None:
    """Everybody's positions: a new partner is described at the first person who works there."""
    # A source of chance of its own, so that a column more changes nothing else of the region.
    rng = Random(f"{region.code}/bevestigd")
    rows = [(*_position(p, p.org, p.role, p.since, p.until, p.days), _verified(rng)) for p in region.people]
    rows += ((*_position(p.person, p.org, p.role, p.since, p.until, p.days), _verified(rng)) for p in region.positions)
    _write(path, _PEOPLE, rows)


def write_offers(path: Path, region: Region) -> None:
    """What each partner offers, for whom, and how long the waiting is; one in twelve takes nobody on now."""
    rng = Random(f"{region.code}/aanbod")
    rows = []
    for org in region.organisations:
        for theme in org.themes:
            youngest, oldest = rng.choice(_AGES)
            waits = _SLOW_WAIT if org.name == planted.SLOW else rng.choice(_WAITS)
            intake = "gesloten" if org.name != planted.SLOW and rng.random() < 1 / 12 else "open"
            rows.append((org.key, theme, youngest, oldest, rng.randrange(1, 9), waits, intake, _verified(rng)))
    _write(path, _OFFERS, rows)


def _verified(rng: Random) -> date | str:
    """The day somebody last said that it is right: for most within the year, for some longer ago, for a few never."""
    chance = rng.random()
    if chance < 0.1:
        return ""
    return TODAY - timedelta(days=rng.randrange(10, 330) if chance < 0.8 else rng.randrange(380, 700))


def _position(
    person: Person, org: Organisation, role: str, since: date, until: date | None, days: str
) -> tuple[object, ...]:
    new = ("", "", "", "") if org.is_school else (org.kind, org.municipality, org.municipality, ",".join(org.themes))
    return (person.email, person.name, person.phone, org.key, *new, role, since, until or "", days)


def write_contacts(path: Path, ties: Iterable[Tie]) -> None:
    """Every contact, seen from the person who told about it."""
    _write(
        path,
        _CONTACTS,
        [
            (
                tie.ego.email, tie.alter.email if isinstance(tie.alter, Person) else tie.alter.key, tie.state,
                tie.kinds, tie.valence, tie.frequency, tie.strength, tie.visibility, tie.note, tie.at,
            )
            for tie in ties
        ],
    )  # fmt: skip


def write_referrals(path: Path, cases: Iterable[Case]) -> None:
    """Every handover of every case."""
    _write(
        path,
        _REFERRALS,
        [
            (
                case.number, case.theme, case.opened, case.closed or "", case.outcome, step, handover.giver.key,
                handover.taker.key, handover.at, handover.accepted_at or "", "", "",
                handover.by.email if handover.by else "", handover.to.email if handover.to else "", handover.note,
            )
            for case in cases
            for step, handover in enumerate(case.handovers, start=1)
        ],
    )  # fmt: skip


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
