"""A small picture of one broker: whom she joins on the left, to whom on the right. Places are in the SVG's units."""

from dataclasses import dataclass

from app.insight.brokers.model import Evidence
from app.insight.brokers.rules import CARE

HEIGHT, LEFT, MIDDLE, RIGHT = 220, 70, 150, 230
MOST = 8


@dataclass(frozen=True)
class Dot:
    """A school, an organisation, or (with an empty name) a whole kind of organisation.

    Attributes:
        name: Its name.
        kind: Its kind.
        x: From the left.
        y: From the top.
    """

    name: str
    kind: str
    x: int
    y: int


@dataclass(frozen=True)
class Picture:
    """The dots at both sides; the broker stands in between."""

    left: tuple[Dot, ...]
    right: tuple[Dot, ...]
    x: int = MIDDLE
    y: int = HEIGHT // 2
    height: int = HEIGHT


def picture_of(evidence: Evidence) -> Picture:
    """Draw the schools that notice, and where their ways lead; or the kinds that she joins, when no school notices.

    Args:
        evidence: Why she stands in the answer.
    """
    if not evidence.schools:
        starts = dict.fromkeys(one for one, _, _ in evidence.joined)
        ends = dict.fromkeys(other for _, other, _ in evidence.joined)
        return Picture(_column([("", kind) for kind in starts], LEFT), _column([("", kind) for kind in ends], RIGHT))
    schools = [(change.school.name, change.school.kind) for change in evidence.schools]
    ends = dict.fromkeys(change.way[-1].organisation.name for change in evidence.schools)
    return Picture(_column(schools, LEFT), _column([(name, CARE) for name in ends], RIGHT))


def _column(dots: list[tuple[str, str]], x: int) -> tuple[Dot, ...]:
    shown = dots[:MOST]
    gap = HEIGHT / (len(shown) + 1)
    return tuple(Dot(name, kind, x, round(gap * (i + 1))) for i, (name, kind) in enumerate(shown))
