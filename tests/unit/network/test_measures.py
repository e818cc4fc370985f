"""Every measure against networkx, on random networks; and against what was published."""

import csv
import math
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.config import ROOT
from app.network import Network
from app.network.position import articulation_points, betweenness, constraint, isolated_people
from app.network.whole import distance_weighted_fragmentation, fragmentation, reciprocity

MANAGERS = ROOT.parent / "shared" / "data" / "networks"
PEOPLE = "abcdefghij"
ties = st.sets(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(lambda tie: tie[0] != tie[1]))


def both(told: set[tuple[str, str]]) -> tuple[Network, nx.DiGraph]:
    directed = nx.DiGraph()
    directed.add_nodes_from(PEOPLE)
    directed.add_edges_from(told)
    return Network.from_ties(PEOPLE, told), directed


@given(ties)
def test_measures_of_the_whole(told: set[tuple[str, str]]):
    network, directed = both(told)
    known = directed.to_undirected()
    assert reciprocity(network) == (pytest.approx(nx.overall_reciprocity(directed)) if told else None)
    connected = sum(len(part) * (len(part) - 1) for part in nx.connected_components(known))
    assert fragmentation(network) == pytest.approx(1 - connected / 90)
    assert distance_weighted_fragmentation(network) == pytest.approx(1 - nx.global_efficiency(known))


@given(ties)
def test_measures_of_a_position(told: set[tuple[str, str]]):
    network, directed = both(told)
    known = directed.to_undirected()
    assert betweenness(network) == pytest.approx(nx.betweenness_centrality(known))
    expected = {p: None if math.isnan(value) else value for p, value in nx.constraint(known).items()}
    assert constraint(network) == pytest.approx(expected)
    assert set(isolated_people(network)) == set(nx.isolates(known))
    assert articulation_points(network) == set(nx.articulation_points(known))


def test_fewer_than_three_people_have_no_measures():
    two = Network.from_ties("ab", [("a", "b")])
    assert [measure(two) for measure in (reciprocity, fragmentation, distance_weighted_fragmentation)] == [None] * 3
    assert betweenness(two) == constraint(two) == {"a": None, "b": None}


def test_ties_to_oneself_told_twice_or_to_strangers_do_not_count():
    network = Network.from_ties("abc", [("a", "b"), ("a", "b"), ("a", "a"), ("a", "somebody")])
    assert network.told.get_edgelist() == [(0, 1)]


def test_the_kite_as_krackhardt_published_it():
    """Krackhardt 1990, Assessing the political landscape, table 1: betweenness of Andre to Jane."""
    kite = igraph.Graph.Famous("Krackhardt_Kite")
    network = Network.from_ties(range(10), kite.get_edgelist())
    published = [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0]
    assert list(betweenness(network).values()) == pytest.approx(published, abs=0.0005)


@pytest.mark.skipif(not MANAGERS.exists(), reason=f"the published networks are not in {MANAGERS}")
@pytest.mark.parametrize(("name", "ties", "mutual"), [("advice", 190, 45), ("friends", 102, 23)])
def test_krackhardts_managers(name: str, ties: int, mutual: int):
    """Krackhardt 1987, 21 managers; ties and mutual pairs after Wasserman & Faust 1994, chapter 13."""
    network = Network.from_ties((str(n) for n in range(1, 22)), edges_in(MANAGERS / f"ht_{name}_edges.csv"))
    assert network.told.ecount() == ties
    assert reciprocity(network) == pytest.approx(2 * mutual / ties)


def edges_in(path: Path) -> list[tuple[str, str]]:
    with path.open(newline="") as file:
        return [(row["from"], row["to"]) for row in csv.DictReader(file)]
