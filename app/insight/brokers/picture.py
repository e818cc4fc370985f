"""A small picture of one broker: whom she joins on the left, to whom on the right. Places are in the SVG's units."""

from dataclasses import dataclass

from app.insight.brokers.model import Evidence

WIDTH, HEIGHT = 340, 220
LEFT, MIDDLE, RIGHT = 105, 170, 235
MOST = 12


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
    """The dots at both sides; the broker stands in between.

    Attributes:
        left: Whom she joins.
        right: To whom.
        schools: How many schools there are to draw; more than `MOST` do not fit.
        x: Where the broker stands, from the left.
        y: And from the top.
        width: Of the whole.
        height: Of the whole, without her name.
    """

    left: tuple[Dot, ...]
    right: tuple[Dot, ...]
    schools: int = 0
    x: int = MIDDLE
    y: int = HEIGHT // 2
    width: int = WIDTH
    height: int = HEIGHT


def picture_of(evidence: Evidence) -> Picture:
    """Draw the schools that notice and the youth care that she leads to; the kinds that she joins, when none notices.

    Args:
        evidence: Why she stands in the answer.
    """
    if not evidence.schools:
        starts = dict.fromkeys(one for one, _, _ in evidence.joined)
        ends = dict.fromkeys(other for _, other, _ in evidence.joined)
        return Picture(_column([("", kind) for kind in starts], LEFT), _column([("", kind) for kind in ends], RIGHT))
    schools = [(change.school.name, change.school.kind) for change in evidence.schools]
    care = [(organisation.name, organisation.kind) for organisation in evidence.care]
    return Picture(_column(schools, LEFT), _column(care, RIGHT), len(schools))


def _column(dots: list[tuple[str, str]], x: int) -> tuple[Dot, ...]:
    shown = dots[:MOST]
    gap = HEIGHT / (len(shown) + 1)
    return tuple(Dot(name, kind, x, round(gap * (i + 1))) for i, (name, kind) in enumerate(shown))
