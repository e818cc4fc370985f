"""Planted findings about who knows whom, found again from the files alone."""

import tomllib
from collections import Counter
from itertools import combinations, product
from pathlib import Path

import networkx as nx
import pytest

import seed

PLANTED = tomllib.loads((Path(seed.__file__).parent / "planted.toml").read_text(encoding="utf-8"))


def schools_with_a_way(region, graph: nx.Graph) -> set[str]:
    care = set().union(*(region.members[key] for key in region.of_kind("jeugdhulp")))
    reached = set().union(*(part for part in nx.connected_components(graph) if part & care))
    return {key for key in region.of_kind("bao", "sbo", "so") if region.members[key] & reached}


@pytest.mark.parametrize("current_only", [True, False])
def test_only_the_broker_cuts_schools_off(region, current_only: bool) -> None:
    graph = region.graph(current_only=current_only)
    before = schools_with_a_way(region, graph)
    lost = {}
    for person in nx.articulation_points(graph):
        rest = graph.copy()
        rest.remove_node(person)
        lost[person] = before - schools_with_a_way(region, rest)
    broker = region.by_name["Noor de Wit"]
    cut_off = lost.pop(broker)
    assert len(cut_off) == PLANTED["broker"]["number"] == 11
    assert region.key["De Linde"] in cut_off
    assert {region.municipality[key] for key in cut_off} == {"Veldhoek"}
    assert max(map(len, lost.values()), default=0) <= 2


def test_the_second_contact_knows_four_of_the_schools_best(region) -> None:
    corner = {key for key in region.of_kind("bao") if region.municipality[key] == "Veldhoek"}
    of = {person: key for key in corner for person in region.members[key]}
    known: dict[str, set[str]] = {}
    for row in region.contacts:
        for inside, outside in ((row["van"], row["naar"]), (row["naar"], row["van"])):
            if inside in of and outside in region.role and row["toestand"] != "afwezig":
                known.setdefault(outside, set()).add(of[inside])
    graph = region.graph()
    graph.remove_node(region.by_name["Noor de Wit"])
    corner_people = nx.node_connected_component(graph, min(region.members["wijkteam Veldhoek"]))
    karim = region.by_name["Karim Aydin"]
    assert len(known[karim]) == 4
    assert max(len(known[person]) for person in set(known) & set(graph) - corner_people - {karim}) < 4
    told = [row for row in region.contacts if row["naar"] == karim and row["van"] in of]
    assert {row["toestand"] for row in told} == {"gewenst"}


@pytest.mark.parametrize("visible", [True, False])
def test_strangers_with_the_same_cases(region, visible: bool) -> None:
    shared, tied = shared_cases(region), tied_organisations(region, visible=visible)
    untied = Counter({pair: count for pair, count in shared.items() if pair not in tied})
    (first, most), (_, next_most) = untied.most_common(2)
    assert {region.title[key] for key in first} == set(PLANTED["same_cases"]["names"])
    assert most == PLANTED["same_cases"]["number"] == 14
    assert next_most <= 8


def test_those_to_introduce_do_most_of_the_cases(region) -> None:
    strangers = set(PLANTED["same_cases"]["names"])
    hands: dict[str, Counter[str]] = {name: Counter() for name in strangers}
    for case, stops in region.routes().items():
        if strangers <= set(stops):
            for row in region.cases()[case]:
                hands.get(row["van organisatie"], Counter())[row["van"]] += 1
                hands.get(row["naar organisatie"], Counter())[row["naar"]] += 1
    most = {region.name[hands[name].most_common(1)[0][0]] for name in strangers}
    assert most == {"Sanne Prins", "Joost Maas"}


def test_the_newcomer_is_the_only_one_without_contacts(region) -> None:
    assert [region.name[email] for email in nx.isolates(region.graph())] == ["Lotte Smit"]
    newcomer = region.by_name["Lotte Smit"]
    assert not [row for row in region.contacts if newcomer in {row["van"], row["naar"]}]
    school = region.key["De Springplank"]
    ended = {row["tot"] for row in region.positions if row["organisatie"] == school and row["functie"] == "IB"}
    assert ended == {"", "2026-07-31"}


@pytest.mark.parametrize("visible", [True, False])
def test_norms_missed(region, visible: bool) -> None:
    missed = Counter(
        {region.title[key]: missed_norms(region, key, visible) for key in region.of_kind("bao", "sbo", "so")}
    )
    assert missed.pop("De Springplank") == PLANTED["isolated"]["number"] == 4
    assert Counter(missed.values()) == {0: 45, 1: 6}


def missed_norms(region, school: str, visible: bool) -> int:
    """How many of the norm contacts nobody of the school has; private ones count in both directions."""
    ties = region.present(visible=visible)
    if not visible:
        ties |= {(other, one) for one, other in ties}
    known = {other for one, other in ties if one in region.members[school]}
    teams = [key for key in region.of_kind("wijkteam") if region.municipality[key] == region.municipality[school]]
    met = [
        any(region.role.get(person) == "ondersteuner" for person in known),
        any(known & region.members[key] for key in teams),
        any(region.role.get(person) == "jeugdverpleegkundige" for person in known),
        region.kind[school] != "bao" or any(known & region.members[key] for key in region.of_kind("sbo", "so")),
    ]
    return met.count(False)


@pytest.mark.parametrize("visible", [True, False])
def test_the_one_sided_tie_between_those_who_share_most_cases(region, visible: bool) -> None:
    ties, shared = region.present(visible=visible), shared_cases(region)
    home = {person: key for key, members in region.members.items() for person in members}
    found = [
        (shared[frozenset({home[one], home[other]})], {region.name[one], region.name[other]})
        for one, other in ties
        if (other, one) not in ties and one in home and other in home and home[one] != home[other]
    ]
    found.sort(key=lambda row: -row[0])
    assert found[0] == (PLANTED["one_sided"]["number"], set(PLANTED["one_sided"]["names"]))
    assert found[1][0] < found[0][0]


def test_the_wanted_contact_with_the_shortest_way(region) -> None:
    graph = region.graph()
    steps = {
        (region.name[row["van"]], region.name[row["naar"]]): nx.shortest_path_length(graph, row["van"], row["naar"])
        for row in region.contacts
        if row["toestand"] == "gewenst" and row["zichtbaar"] != "privé"
    }
    assert steps.pop(tuple(PLANTED["wanted"]["names"])) == PLANTED["wanted"]["number"] == 2
    assert min(steps.values()) > 2


def test_the_near_miss_is_by_far_the_nearest(region) -> None:
    graph = region.graph()
    ranked = sorted(nx.resource_allocation_index(graph), key=lambda row: -row[2])
    one, other, score = ranked[0]
    assert {region.name[one], region.name[other]} == set(PLANTED["near_miss"]["names"])
    assert len(list(nx.common_neighbors(graph, one, other))) == PLANTED["near_miss"]["number"] == 14
    assert score > 1.5 * ranked[1][2]
    assert max(len(list(nx.common_neighbors(graph, one, other))) for one, other, _ in ranked[1:]) < 14
    assert not {(one, other), (other, one)} & region.present(visible=False)


def shared_cases(region) -> Counter[frozenset[str]]:
    pairs: Counter[frozenset[str]] = Counter()
    for stops in region.routes().values():
        pairs.update(map(frozenset, combinations(sorted(set(stops)), 2)))
    return pairs


def tied_organisations(region, *, visible: bool) -> set[frozenset[str]]:
    homes: dict[str, list[str]] = {}
    for key, members in region.members.items():
        for person in members:
            homes.setdefault(person, []).append(key)
    return {
        frozenset(pair)
        for one, other in region.present(visible=visible)
        for pair in product(homes.get(one, []), homes.get(other, []))
    }
