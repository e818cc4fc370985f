"""Decisions about somebody's own contacts, without a database."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.model import Alter, OwnTie, Telling, Tie
from app.contacts.rules import FEWEST_TELLERS, FIELDS, STATES, by_state, by_tie, differences, may_name

TIE = Tie(state="present", visibility="private", kinds=("K",), frequency="weekly", strength=3, note="belt", version=7)
OTHERWISE = {
    "state": "absent",
    "visibility": "shared",
    "kinds": ("K", "E"),
    "frequency": None,
    "strength": 4,
    "note": None,
}


def own(name: str, state: str) -> OwnTie:
    return OwnTie(Alter(name, name, None, ()), replace(TIE, state=state), declined=False, told=0)


def telling(alter: str, listener: str) -> Telling:
    return Telling(alter, alter.title(), listener, None, datetime(2026, 10, 3, tzinfo=UTC))


@given(st.lists(st.tuples(st.text(max_size=3), st.sampled_from(STATES))))
def test_each_tie_is_in_the_group_of_its_state_in_the_order_in_which_it_came(rows):
    groups = by_state(own(name, state) for name, state in rows)
    assert tuple(groups) == STATES
    for state, ties in groups.items():
        assert [tie.alter.name for tie in ties] == [name for name, its in rows if its == state]


@given(st.sets(st.sampled_from(FIELDS)))
def test_two_versions_differ_in_just_the_fields_that_do_in_the_order_of_the_form(changed):
    typed = replace(TIE, version=8, **{field: OTHERWISE[field] for field in changed})
    assert differences(TIE, typed) == tuple(field for field in FIELDS if field in changed)


def test_every_field_of_the_form_is_compared():
    assert set(FIELDS) == OTHERWISE.keys()
    assert differences(TIE, replace(TIE, **OTHERWISE)) == FIELDS


def test_what_was_told_is_grouped_by_the_tie():
    told = [telling("anna", "carla"), telling("bert", "carla"), telling("anna", "dirk")]
    assert by_tie(told) == {"anna": [told[0], told[2]], "bert": [told[1]]}
    assert by_tie([]) == {}


@pytest.mark.parametrize(
    ("tellers", "own_tie_shared", "same_case", "named"),
    [
        (0, False, False, False),
        (FEWEST_TELLERS - 1, False, False, False),
        (FEWEST_TELLERS, False, False, True),
        (1, True, False, True),
        (0, False, True, True),
    ],
)
def test_who_may_be_named(tellers, own_tie_shared, same_case, named):
    assert may_name(tellers, own_tie_shared, same_case) is named
