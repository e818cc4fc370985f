"""Planted routes: the same cases without a tie, the slow intake, the short line beside it and the loop."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from seed import planted
from seed.model import Organisation, Region
from seed.referrals import Plan

_SLOW_WAITS = (42, 44, 47, 49, 50, 52, 54, 56, 57, 59, 61, *[63] * 9, 65, 67, 68, 70, 72, 73, 75, 77, 79, 81, 84)
_SLOW_WAITS_EARLIER = (45, 51, 56, 60, *[63] * 4, 66, 70, 75, 80)
_DIRECT_WAITS = (10, 14, 17, *[21] * 4, 24, 26, 28)
_LOOPS = (3, 3, 3, 4, 4, 4, 5, 5, 6)
_AUTUMN = date(2026, 9, 7)


def planted_cases(region: Region, rng: Random) -> Iterator[Plan]:
    """The cases that make the planted findings true.

    Args:
        region: with its organisations and people.
        rng: the source of chance.

    Yields:
        A plan for each case; waits are in days.
    """
    yield from _slow(region, rng)
    yield from _same_cases(region, rng)
    yield from _loops(region, rng)
    swv, team = region.orgs("swv")[0], region.org(planted.LOOP[0])
    for _ in range(40):
        yield Plan([rng.choice(_home(region, "Noord")), swv, team], "thuissituatie")


def _slow(region: Region, rng: Random) -> Iterator[Plan]:
    swv, care = region.orgs("swv")[0], region.org(planted.SLOW)
    direct = [region.org(name) for name in planted.SLOW_KNOWN_BY]
    others = [school for school in region.orgs("bao") if school.name not in planted.SCHOOLS]
    for index, wait in enumerate(_SLOW_WAITS):
        school = direct[index] if index < len(direct) else rng.choice(others)
        yield Plan([school, swv, care], _care_theme(rng), waits={1: wait}, opened=_within(rng, date(2025, 8, 25), 190))
    for wait in _SLOW_WAITS_EARLIER:
        opened = _within(rng, date(2024, 8, 26), 130)
        yield Plan([rng.choice(others), swv, care], _care_theme(rng), waits={1: wait}, opened=opened)
    for school in rng.sample(others, 3):
        yield Plan([school, swv, care], _care_theme(rng), waits={0: 9, 1: 70}, opened=_AUTUMN, handling=14)
    for index, wait in enumerate(_DIRECT_WAITS):
        opened = _within(rng, date(2025, 8, 25), 190)
        yield Plan([direct[index % len(direct)], care], _care_theme(rng), waits={0: wait}, opened=opened)


def _same_cases(region: Region, rng: Random) -> Iterator[Plan]:
    health, team = (region.org(name) for name in planted.STRANGERS)
    swv, care = region.orgs("swv")[0], region.org("Lumina Kind en Jeugd")
    routes: list[list[Organisation]] = [[health, team], [health, swv, team], [team, care, health]]
    for index in range(14):
        school = rng.choice(_home(region, "Oost"))
        yield Plan([school, *routes[index % len(routes)]], "gezondheid", leads=planted.INTRODUCE if index < 11 else ())


def _loops(region: Region, rng: Random) -> Iterator[Plan]:
    pair = [region.org(name) for name in planted.LOOP]
    for steps in _LOOPS:
        turns = [pair[step % 2] for step in range(steps)]
        yield Plan([rng.choice(_home(region, "Noord")), *turns], "thuissituatie")


def _home(region: Region, district: str) -> list[Organisation]:
    return [org for org in region.orgs("bao") if org.district and org.district.name == district]


def _care_theme(rng: Random) -> str:
    return rng.choice(("angst", "autisme", "gedrag"))


def _within(rng: Random, first: date, days: int) -> date:
    day = first + timedelta(days=rng.randrange(days))
    return day + timedelta(days=-day.weekday() % 7 if day.weekday() > 4 else 0)
