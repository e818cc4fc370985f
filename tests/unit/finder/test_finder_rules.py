"""Which partners come first, and how near they are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.finder.model import Distance, Near, Partner, Spot
from app.finder.rules import MOST_PARTNERS, best_partners, distance_between, is_overdue, score

TODAY = date(2026, 11, 24)
HERE = Spot("Veldhoek", ("Veldhoek",), (52.0, 5.0))
NEXT_DOOR = Distance(Near.KM, 0)


def partner(id_: str = "een", **known) -> Partner:
    values = {"waiting_days": 14, "capacity": 2, "accepting": True, "verified_on": TODAY, "spot": HERE} | known
    kind = values.pop("kind", "jeugdhulp")
    return Partner(id_, False, id_, f"Partner {id_}", kind, **values)


def test_kilometres_are_those_over_the_globe():
    utrecht, amsterdam = Spot("Utrecht", (), (52.0907, 5.1214)), Spot("Amsterdam", (), (52.3676, 4.9041))
    assert distance_between(utrecht, amsterdam) == Distance(Near.KM, 34)
    assert distance_between(utrecht, utrecht) == NEXT_DOOR


@pytest.mark.parametrize(
    ("there", "near"),
    [
        (Spot("Veldhoek", ("Veldhoek",)), Near.PLACE),
        (Spot("Broek", ("Veldhoek",)), Near.MUNICIPALITY),
        (Spot("Broek", ("Elders",)), Near.UNKNOWN),
        (Spot(None), Near.UNKNOWN),
    ],
)
def test_without_two_points_only_the_names_of_places_count(there, near):
    assert distance_between(HERE, there) == Distance(near)


def test_no_place_is_not_the_same_place():
    assert distance_between(Spot(None), Spot(None)) == Distance(Near.UNKNOWN)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"waiting_days": 7}, {"waiting_days": 8}),
        ({"waiting_days": 41}, {"waiting_days": None}),
        ({"accepting": True}, {"accepting": None}),
        ({"capacity": 1}, {"capacity": None}),
        ({"capacity": None}, {"capacity": 0}),
        ({"verified_on": TODAY - timedelta(days=30)}, {"verified_on": TODAY - timedelta(days=60)}),
    ],
)
def test_what_is_sooner_scores_lower(better, worse):
    assert score(partner(**better), NEXT_DOOR, TODAY) < score(partner(**worse), NEXT_DOOR, TODAY)


def test_nearer_scores_lower():
    row = [Distance(Near.KM, 1), Distance(Near.PLACE), Distance(Near.MUNICIPALITY), Distance(Near.UNKNOWN)]
    scores = [score(partner(), distance, TODAY) for distance in row]
    assert scores == sorted(set(scores))


def test_an_entry_is_overdue_when_nobody_confirmed_it_for_a_year():
    assert not is_overdue(TODAY - timedelta(days=365), TODAY)
    assert is_overdue(TODAY - timedelta(days=366), TODAY)
    assert is_overdue(None, TODAY)


def test_overdue_sinks_however_quick_it_is():
    quick, slow = partner("quick", waiting_days=0, verified_on=None), partner("slow", waiting_days=400)
    assert [row.id for row, _ in best_partners([quick, slow], HERE, TODAY)] == ["slow", "quick"]


partners = st.builds(
    partner,
    st.uuids().map(str),
    waiting_days=st.none() | st.integers(0, 300),
    capacity=st.none() | st.integers(0, 9),
    accepting=st.sampled_from([None, True]),
    verified_on=st.none() | st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    spot=st.sampled_from([HERE, Spot("Veldhoek"), Spot("Broek", ("Veldhoek",)), Spot(None, (), (51.0, 5.5))]),
)


@given(st.lists(partners, max_size=12), st.randoms())
def test_the_best_five_do_not_depend_on_the_order_in_which_they_came(rows, random):
    best = best_partners(rows, HERE, TODAY)
    assert len(best) == min(len(rows), MOST_PARTNERS)
    shuffled = random.sample(rows, len(rows))
    assert best_partners(shuffled, HERE, TODAY) == best
    left_out = [row for row in rows if row.id not in {found.id for found, _ in best}]
    for row in left_out:
        distance = distance_between(HERE, row.spot)
        for found, other in best:
            assert (is_overdue(found.verified_on, TODAY), score(found, other, TODAY)) <= (
                is_overdue(row.verified_on, TODAY),
                score(row, distance, TODAY),
            )


def test_who_works_for_another_municipality_comes_last_and_never_beside_who_works_for_this_one():
    elsewhere = Spot("Broek", ("Elders",), (52.1, 5.1))
    team = partner("team", kind="wijkteam", spot=elsewhere, waiting_days=0)
    care = partner("care", waiting_days=90, verified_on=None)
    assert [found.id for found, _ in best_partners([team, care], HERE, TODAY)] == ["care", "team"]
    own = partner("own", kind="wijkteam", waiting_days=90)
    assert [found.id for found, _ in best_partners([team, own], HERE, TODAY)] == ["own"]


def test_who_works_for_an_unknown_municipality_may_work_for_this_one():
    found = best_partners([partner("team", kind="wijkteam", spot=Spot("Broek"))], HERE, TODAY)
    assert [one.id for one, _ in found] == ["team"]
