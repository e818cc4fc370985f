"""The lines of the map, by hand."""

from hypothesis import given
from hypothesis import strategies as st

from app.insight.map.rules import Bond, Line, bonds_between, lines_between, outgrown

HOMES = {"ann": "school", "abe": "school", "ben": "team", "cas": "ggd"}


def test_two_who_tell_of_each_other_have_one_line():
    told = [("ann", "ben"), ("ben", "ann"), ("ben", "cas")]
    assert lines_between(told, HOMES) == [Line("ann", "ben", True), Line("ben", "cas", False)]


def test_oneself_and_strangers_have_no_line():
    assert lines_between([("ann", "ann"), ("ann", "zoe"), ("zoe", "ann")], HOMES) == []


def test_ties_within_an_organisation_are_no_bond():
    lines = [Line("abe", "ann", True), Line("ann", "ben", True), Line("abe", "ben", False), Line("cas", "team", False)]
    assert bonds_between(lines, HOMES) == {("school", "team"): Bond(3, 1), ("ggd", "team"): Bond(1, 0)}


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_no_tie_is_lost_and_none_counted_twice(told):
    known = set("abcde")
    ties = {tie for tie in told if tie[0] != tie[1] and set(tie) <= known}
    lines = lines_between(told, known)
    assert sum(1 + line.mutual for line in lines) == len(ties)
    assert sum(bond.ties for bond in bonds_between(lines, {}).values()) == len(ties)


def test_a_map_is_outgrown_when_its_ties_have_more_than_doubled():
    assert not outgrown(0, 0)
    assert outgrown(0, 1)
    assert not outgrown(10, 20)
    assert outgrown(10, 21)
