"""Which partners come first, and how near they are: decisions on values in hand."""

import math
from collections.abc import Iterable
from datetime import date, timedelta

from app.finder.model import Distance, Near, Partner, Spot
from app.platform.kinds import AREA_KINDS
from app.platform.norms import VERIFIED_FOR

YOUNGEST, OLDEST = 4, 18
MOST_PARTNERS = 5
EARTH_KM = 6371.0088
DAYS_A_MONTH = 30

UNKNOWN_WAIT = 42
UNKNOWN_INTAKE = 14
NO_ROOM = 28
UNKNOWN_ROOM = 7
DISTANCE_IN_DAYS = {Near.PLACE: 3, Near.MUNICIPALITY: 8, Near.UNKNOWN: 20}


def distance_between(here: Spot, there: Spot) -> Distance:
    """How near a partner is: in kilometres when both points are known, else as far as the names of places tell.

    Args:
        here: Where the question is.
        there: Where the partner is.

    Source: the haversine formula; the earth's mean radius of IUGG, 6371.0088 km.
    """
    if here.point and there.point:
        return Distance(Near.KM, round(_kilometres(here.point, there.point)))
    if here.place and here.place == there.place:
        return Distance(Near.PLACE)
    if set(here.municipalities) & set(there.municipalities):
        return Distance(Near.MUNICIPALITY)
    return Distance(Near.UNKNOWN)


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, long), (other_lat, other_long) = (tuple(map(math.radians, point)) for point in (one, other))
    chord = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin((other_long - long) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(chord, 1.0)))


def is_overdue(verified_on: date | None, today: date) -> bool:
    """Whether nobody has said for a year that an entry is still right."""
    return verified_on is None or verified_on + VERIFIED_FOR < today


def score(partner: Partner, distance: Distance, today: date) -> float:
    """How long help takes, in days, everything that is known weighed in; the lower, the sooner.

    The waiting days (unknown: 42), plus 14 when nobody said that the intake is open, plus 28 when there is no room now
    (7 when that is unknown), plus a day a kilometre (same place 3, same municipality 8, else 20), plus a day for every
    month since somebody said that this is still right (at most 12).
    """
    waiting = UNKNOWN_WAIT if partner.waiting_days is None else partner.waiting_days
    intake = 0 if partner.accepting else UNKNOWN_INTAKE
    room = UNKNOWN_ROOM if partner.capacity is None else NO_ROOM * (partner.capacity <= 0)
    away = distance.km if distance.km is not None else DISTANCE_IN_DAYS[distance.near]
    age = VERIFIED_FOR if partner.verified_on is None else max(today - partner.verified_on, timedelta())
    return waiting + intake + room + away + min(age / timedelta(days=DAYS_A_MONTH), 12)


def outside_area(partner: Partner, here: Spot) -> bool:
    """Whether a partner works for one municipality, and that is known to be another one."""
    there = partner.spot.municipalities
    bound = partner.kind in AREA_KINDS and here.municipalities and there
    return bool(bound) and not set(here.municipalities) & set(there)


def best_partners(partners: Iterable[Partner], here: Spot, today: date) -> list[tuple[Partner, Distance]]:
    """The five partners to turn to first: entries that were checked within a year before all others, then by `score`.

    Who works for another municipality comes last, and not at all beside one of the same kind who works for this one.

    Args:
        partners: Who offers the theme to this age, closed intakes left out.
        here: Where the question is.
        today: The day of asking.
    """
    known = [(partner, outside_area(partner, here)) for partner in partners]
    own_kinds = {partner.kind for partner, outside in known if not outside}
    rows = [
        (partner, distance_between(here, partner.spot), outside)
        for partner, outside in known
        if not (outside and partner.kind in own_kinds)
    ]

    def place(row: tuple[Partner, Distance, bool]) -> tuple[bool, bool, float, str, str]:
        partner, distance, outside = row
        overdue = is_overdue(partner.verified_on, today)
        return (
            outside,
            overdue,
            score(partner, distance, today),
            partner.name.casefold(),
            partner.id,
        )

    return [(partner, distance) for partner, distance, _ in sorted(rows, key=place)[:MOST_PARTNERS]]
