"""Decisions about missing links on values in hand."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.insight.links.model import Case, Organisation, Person, SameCases, Wanted
from app.insight.links.rules import by_name, counsellor, introducible, main_first, narrow, pressing_first

SCHOOL = Organisation("s", "De Beuk", "bao", "Oost")
TEAM = Organisation("t", "wijkteam", "wijkteam", "West")
DAY = date(2026, 1, 5)


def person(id_: str, role: str = "consulent", since: date | None = DAY, place: Organisation = TEAM) -> Person:
    return Person(id_, id_.title(), role, since, alone=False, organisation=place)


def case(number: str, theme: str = "taal", *people: str) -> Case:
    return Case(number, theme, DAY, None, people)


def test_who_was_on_most_cases_is_introduced():
    cases = [case("1", "taal", "b", "c"), case("2", "taal", "b"), case("3", "taal", "a")]
    assert [found.id for found in introducible(cases, [person("a"), person("b")], [person("c")])] == ["b", "c"]


def test_without_cases_the_first_by_role_and_nobody_of_an_empty_staff():
    assert [found.id for found in introducible([], [person("a", "zorg"), person("b", "arts")], [])] == ["b"]


def test_the_counsellor_is_the_one_who_is_there_longest():
    staff = [person("a", "IB", date(2026, 8, 1)), person("b", "ib", date(2020, 8, 1)), person("c", "leerkracht", None)]
    assert counsellor(staff).id == "b"
    assert counsellor([person("a", "IB", None)]).id == "a"
    assert counsellor([person("c", "leerkracht")]) is None


@given(st.permutations([(4.0, date(2022, 8, 1)), (4.0, date(2020, 8, 1)), (1.0, date(2010, 8, 1)), (4.0, None)]))
def test_the_main_position_is_that_of_most_days_then_the_longest(found):
    positions = sorted(((days, person("a", since=since)) for days, since in found), key=lambda row: main_first(*row))
    assert (positions[0][0], positions[0][1].since) == (4.0, date(2020, 8, 1))
    assert positions[-1][0] == 1.0


def test_pairs_stand_in_the_order_of_their_names():
    assert by_name(TEAM, SCHOOL) == by_name(SCHOOL, TEAM) == (SCHOOL, TEAM)


def test_filters_look_at_one_organisation_at_a_time():
    rows = {"same-cases": (SameCases(SCHOOL, TEAM, (case("1"), case("2"), case("3", "angst")), ()),)}
    assert narrow(rows, "Oost", "bao", "") == rows
    assert narrow(rows, "Oost", "wijkteam", "") == {"same-cases": ()}
    assert len(narrow(rows, "", "", "taal")["same-cases"][0].cases) == 2
    assert narrow(rows, "", "", "angst") == {"same-cases": ()}


def test_a_wanted_contact_without_a_way_comes_last():
    far, near = Wanted(person("a"), person("b"), ()), Wanted(person("c"), person("d"), ())
    assert pressing_first([near, far])[0] is far
    assert {row.key for row in (far, near)} == {"a.b", "c.d"}
