"""What is lost when somebody leaves: against taking each person out with networkx, one by one."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.network import Network
from app.network.leaving import Change, dependence, loss_on_leaving
from app.network.paths import nearest_steps, shortest_way

PEOPLE = "abcdefghi"
ORGANISATIONS = ("school", "team", "care", "clinic", "nobody")
CARE = ("care", "clinic")

places = st.fixed_dictionaries({person: st.sampled_from(ORGANISATIONS[:4]) for person in PEOPLE})
ties = st.sets(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from([*PEOPLE, *ORGANISATIONS])).filter(lambda t: t[0] != t[1]),
    max_size=14,
)


def network_of(place: dict[str, str], told: set[tuple[str, str]]) -> Network:
    members = {o: tuple(p for p, at in place.items() if at == o) for o in ORGANISATIONS}
    return Network.from_ties(PEOPLE, sorted(told), members)


def steps_by_hand(
    place: dict[str, str], told: set[tuple[str, str]], one: str, other: str, gone: str = ""
) -> int | None:
    """The shortest of all ways between two organisations; a tie to the organisation itself is a tie like another."""
    known = nx.Graph()
    known.add_nodes_from(PEOPLE)
    known.add_edges_from((ego, alter) for ego, alter in told if alter in PEOPLE)
    known.remove_nodes_from(gone)
    ends = [
        [(p, 0) for p in known if place[p] == o] + [(ego, 1) for ego, alter in told if alter == o and ego in known]
        for o in (one, other)
    ]
    found = [
        nx.shortest_path_length(known, start, end) + away + home
        for start, away in ends[0]
        for end, home in ends[1]
        if nx.has_path(known, start, end)
    ]
    return min(found, default=None)


@given(places, ties)
def test_every_pair_that_loses_its_way_or_gets_a_longer_one(place: dict[str, str], told: set[tuple[str, str]]):
    network = network_of(place, told)
    for person in PEOPLE[:3]:
        expected = set()
        for pair in combinations(sorted(ORGANISATIONS), 2):
            now, then = steps_by_hand(place, told, *pair), steps_by_hand(place, told, *pair, gone=person)
            if now is not None and (then is None or then - now >= 2):
                expected.add(Change(*pair, now, then))
        assert set(loss_on_leaving(network, person).changes) == expected


@given(places, ties)
def test_who_depends_on_whom_for_a_way_to_care(place: dict[str, str], told: set[tuple[str, str]]):
    network = network_of(place, told)
    found = dependence(network, CARE)
    for person in PEOPLE:
        lost = set()
        for organisation in set(ORGANISATIONS) - set(CARE):
            now = [steps_by_hand(place, told, organisation, care) for care in CARE]
            then = [steps_by_hand(place, told, organisation, care, gone=person) for care in CARE]
            if any(steps is not None for steps in now) and all(steps is None for steps in then):
                lost.add(organisation)
        assert set(found[person].organisations if person in found else ()) == lost


@given(places, ties)
def test_the_way_shown_is_as_long_as_the_steps_counted(place: dict[str, str], told: set[tuple[str, str]]):
    network = network_of(place, told)
    way = shortest_way(network, "school", CARE)
    found = nearest_steps(network, ["school"], CARE)["school"]
    if way is None:
        assert found is None
    else:
        asked = [("school", way.people[0]), (way.target, way.people[-1])]
        assert len(way.people) - 1 + sum(place[person] != o for o, person in asked) == found
        assert found == steps_by_hand(place, told, "school", way.target)


@given(ties)
def test_fragmentation_is_borgattis(told: set[tuple[str, str]]):
    network = Network.from_ties(PEOPLE, told)
    known = nx.Graph([tie for tie in told if tie[1] in PEOPLE])
    known.add_nodes_from(PEOPLE)
    rest = known.subgraph(PEOPLE[1:])
    loss = loss_on_leaving(network, PEOPLE[0])
    assert loss.fragmentation == pytest.approx(apart(rest) - apart(known))
    expected = nx.global_efficiency(known) - nx.global_efficiency(rest)
    assert loss.distance_weighted_fragmentation == pytest.approx(expected)


def apart(known: nx.Graph) -> float:
    pairs = list(combinations(known, 2))
    return sum(not nx.has_path(known, *pair) for pair in pairs) / len(pairs)


def test_a_school_depends_on_its_only_person_and_on_the_only_one_who_knows_anybody():
    members = {"one": ("a",), "two": ("b", "c"), "care": ("x", "y")}
    found = dependence(Network.from_ties("abcxy", [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")], members), ["care"])
    assert {person: found[person].organisations for person in found} == {"a": ("one",), "b": ("two",)}


def test_who_is_left_of_three_is_too_few_for_fragmentation():
    assert loss_on_leaving(Network.from_ties("abc", [("a", "b")]), "a").fragmentation is None


def test_who_is_not_there_can_not_leave():
    with pytest.raises(KeyError):
        loss_on_leaving(Network.from_ties("abc", []), "d")
