"""Where things stand on the map: organisations by who knows whom, people around their organisation.

Places are whole numbers, from 0 to WIDTH and HEIGHT; the same input always gives the same places.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from random import Random

from igraph import Graph, set_random_number_generator

Place = tuple[int, int]

WIDTH, HEIGHT = 1400, 1000
FLOOR = 120
PERSON_STEP = 7
ROOM = 3
ORGANISATION_STEP = 40
ROUNDS = 1000
PULL = 0.05
SEED = 1
EVENNESS = 0.4
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def lay_out(ties: Mapping[tuple[str, str], int]) -> dict[str, Place]:
    """Place the organisations that have ties, so that those whose people know each other stand close.

    Args:
        ties: How many ties there are between the people of two organisations.

    Source: Fruchterman & Reingold 1991, by igraph, each line pulling by the logarithm of its ties; then spread a
    little more evenly, so that the middle can be read.
    """
    if not ties:
        return {}
    tied = sorted({organisation for pair in ties for organisation in pair})
    vertex = {organisation: place for place, organisation in enumerate(tied)}
    graph = Graph(n=len(tied), edges=[(vertex[one], vertex[other]) for one, other in ties])
    weights = [PULL * math.log1p(count) for count in ties.values()]
    # igraph shakes the start a little; from the same seed, in the same way.
    set_random_number_generator(Random(SEED))  # noqa: S311
    layout = graph.layout_fruchterman_reingold(weights=weights, niter=ROUNDS, seed=graph.layout_circle(), grid=False)
    xs, ys = (_spread([point[axis] for point in layout]) for axis in (0, 1))
    return {
        thing: (round(WIDTH * x), round(FLOOR + (HEIGHT - FLOOR) * y)) for thing, x, y in zip(tied, xs, ys, strict=True)
    }


def _spread(values: Sequence[float]) -> list[float]:
    # From 0 to 1: partly where each value lies, partly how many lie before it.
    low, extent = min(values), max(values) - min(values)
    rank = {index: rank for rank, index in enumerate(sorted(range(len(values)), key=values.__getitem__))}
    return [
        (1 - EVENNESS) * (value - low) / (extent or 1) + EVENNESS * rank[index] / (len(values) - 1)
        for index, value in enumerate(values)
    ]


def complete(
    placed: Mapping[str, Place],
    organisations: Sequence[str],
    ties: Mapping[tuple[str, str], int],
    homes: Mapping[str, str],
) -> dict[str, Place]:
    """The place of everything: where it stood already, else near what it belongs to.

    Args:
        placed: The places that are known.
        organisations: The ids of all organisations. A new one goes amid those it has ties with, else below.
        ties: How many ties there are between the people of two organisations.
        homes: The organisation around which each person stands.
    """
    places = {known: placed[known] for known in (*organisations, *homes) if known in placed}
    taken = set(places.values())

    def put(thing: str, spots: Iterator[Place]) -> None:
        places[thing] = next(spot for spot in spots if spot not in taken)
        taken.add(places[thing])

    for organisation in organisations:
        if organisation not in places:
            others = [places[other] for other in _tied_to(organisation, ties) if other in places]
            put(organisation, _round(_amid(others), ORGANISATION_STEP) if others else _below())
    for person, home in homes.items():
        if person not in places:
            put(person, _round(places[home], PERSON_STEP))
    return places


def _tied_to(organisation: str, ties: Mapping[tuple[str, str], int]) -> list[str]:
    return [other if one == organisation else one for one, other in ties if organisation in (one, other)]


def _amid(places: Sequence[Place]) -> Place:
    return (round(sum(x for x, _ in places) / len(places)), round(sum(y for _, y in places) / len(places)))


def _round(centre: Place, step: int) -> Iterator[Place]:
    # Like the seeds of a sunflower (Vogel 1979): evenly, and always room for one more.
    for n in count(ROOM):
        away, angle = step * math.sqrt(n), n * GOLDEN_ANGLE
        yield (round(centre[0] + away * math.cos(angle)), round(centre[1] + away * math.sin(angle)))


def _below() -> Iterator[Place]:
    a_row = WIDTH // (2 * ORGANISATION_STEP)
    for n in count():
        row, column = divmod(n, a_row)
        yield ((2 * column + 1) * ORGANISATION_STEP, -row * ORGANISATION_STEP)
