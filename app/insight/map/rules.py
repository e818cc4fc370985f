"""Decisions of the map on values in hand: lines between people, bonds between organisations, when to lay out anew."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple


class Line(NamedTuple):
    """Two that know each other, in the order of their ids.

    Attributes:
        one: The id of a person, or of an organisation.
        other: The other's id.
        mutual: Whether both say so.
    """

    one: str
    other: str
    mutual: bool


class Bond(NamedTuple):
    """What the people of two organisations have with each other.

    Attributes:
        ties: How many ties were told, in either direction.
        mutual: How many pairs of people say it of each other.
    """

    ties: int
    mutual: int


def lines_between(told: Iterable[tuple[str, str]], known: Collection[str]) -> list[Line]:
    """One line for each two that have a tie, whoever told of it; a tie with oneself or with somebody unknown is none.

    Args:
        told: From who tells to whom or what she told of.
        known: Everybody and every organisation that is on the map.
    """
    ties = {(ego, alter) for ego, alter in told if ego != alter and ego in known and alter in known}
    pairs = {(min(tie), max(tie)) for tie in ties}
    return [Line(one, other, (one, other) in ties and (other, one) in ties) for one, other in sorted(pairs)]


def bonds_between(lines: Iterable[Line], homes: Mapping[str, str]) -> dict[tuple[str, str], Bond]:
    """The bond of every two organisations whose people have a line between them.

    Args:
        lines: The lines between people; one end may be an organisation itself.
        homes: The organisation of each person.
    """
    ties: Counter[tuple[str, str]] = Counter()
    mutual: Counter[tuple[str, str]] = Counter()
    for line in lines:
        one, other = sorted((homes.get(line.one, line.one), homes.get(line.other, line.other)))
        if one != other:
            ties[one, other] += 1 + line.mutual
            mutual[one, other] += line.mutual
    return {pair: Bond(count, mutual[pair]) for pair, count in sorted(ties.items())}


def outgrown(ties_then: int, ties_now: int) -> bool:
    """Whether a map says too little of the region as it is now: it was laid out on less than half of today's ties."""
    return ties_now > 2 * ties_then
