"""The places of the map."""

from itertools import combinations
from math import dist

from app.insight.map.layout import HEIGHT, WIDTH, complete, lay_out

NORTH, SOUTH = [f"n{i}" for i in range(8)], [f"s{i}" for i in range(8)]
TIES = {pair: 6 for group in (NORTH, SOUTH) for pair in combinations(group, 2)} | {("n0", "s0"): 1}


def test_the_same_ties_give_the_same_places():
    assert lay_out(TIES) == lay_out(dict(TIES))
    assert lay_out({}) == {}


def test_who_know_each_other_stand_close():
    places = lay_out(TIES)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places.values())
    apart = [dist(places[one], places[other]) for one in NORTH for other in SOUTH]
    together = [dist(places[one], places[other]) for one, other in TIES if (one, other) != ("n0", "s0")]
    assert sum(together) / len(together) < 0.6 * sum(apart) / len(apart)


def test_what_has_a_place_keeps_it_and_a_new_one_stands_by_its_own():
    placed = {"a": (100, 100), "b": (900, 900), "ann": (110, 110), "gone": (5, 5)}
    places = complete(placed, ["a", "b", "c", "d"], {("a", "c"): 2}, {"ann": "a", "abe": "a", "bob": "b"})
    assert {thing: places[thing] for thing in ("a", "b", "ann")} == {
        thing: placed[thing] for thing in ("a", "b", "ann")
    }
    assert "gone" not in places
    assert dist(places["c"], places["a"]) < 100
    assert dist(places["abe"], places["a"]) < 50
    assert dist(places["bob"], places["b"]) < 50
    assert places["d"][1] <= 0, "who knows nobody stands below the others"


def test_no_two_stand_on_one_spot():
    homes = {f"p{n}": "a" for n in range(200)}
    places = complete({}, ["a", *NORTH], {}, homes)
    assert len(set(places.values())) == len(places) == 209


def test_the_order_of_arrival_does_not_matter_for_who_was_there():
    homes = {f"p{n}": "a" for n in range(5)}
    first = complete({}, ["a"], {}, homes)
    later = complete(first, ["a", "b"], {("a", "b"): 3}, {"new": "a", **homes})
    assert {thing: later[thing] for thing in first} == first
