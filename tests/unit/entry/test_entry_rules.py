from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.entry.model import Kind, Line
from app.entry.rules import (
    LONGEST_WAIT,
    Intake,
    can_begin,
    intake_text,
    is_open,
    mark_of_all,
    parse_intake,
    position_key,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LINE = Line(Kind.PERSON, "p", "p", "Pien", "", "Pien", {"name": "Pien", "phone": None}, None, None, None)

UNDERSTOOD = {
    "": Intake(),
    "14": Intake(14, None, True),
    "14 dagen": Intake(14, None, True),
    " 14  DAGEN ": Intake(14, None, True),
    "1 dag": Intake(1, None, True),
    "2 weken": Intake(14, None, True),
    "2 weken, 3 plekken": Intake(14, 3, True),
    "2weken en 3 plaatsen": Intake(14, 3, True),
    "3 plekken; 2 weken": Intake(14, 3, True),
    "1 maand": Intake(30, None, True),
    "0": Intake(0, None, True),
    "1 plek": Intake(None, 1, True),
    "vol": Intake(None, None, False),
    "Gesloten": Intake(None, None, False),
    "vol, 6 weken": Intake(42, None, False),
    "open": Intake(None, None, True),
    "5 plekken vrij": Intake(None, 5, True),
    "geen wachttijd": Intake(0, None, True),
    "Geen wachttijd, 3 plekken": Intake(0, 3, True),
    "2 weken wachttijd": Intake(14, None, True),
    "wachttijd: 2 weken": Intake(14, None, True),
    "ongeveer 6 weken wachten en 2 plaatsen vrij": Intake(42, 2, True),
    "1,5 week": Intake(11, None, True),
    "1.5 maand,3 plekken": Intake(45, 3, True),
    "per direct": Intake(0, None, True),
    "geen plekken vrij": Intake(None, None, False),
}
UNCLEAR = [
    "snel",
    "2 weken 3 plekken",
    "vol, 3 plekken",
    "14, 15",
    "-3",
    "vol, open",
    "9999 weken",
    "1000 plekken",
    "2,5",
    "2,5 plekken",
    "2,5 dagen",
    "wachttijd",
    "vrij",
]


@pytest.mark.parametrize(("text", "intake"), UNDERSTOOD.items())
def test_waiting_time_and_places_are_read_from_one_field(text, intake):
    assert parse_intake(text) == intake


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_clear_is_not_guessed(text):
    assert parse_intake(text) is None


@given(
    st.one_of(
        st.builds(Intake, st.none(), st.none(), st.sampled_from([None, True, False])),
        st.builds(Intake, st.integers(0, LONGEST_WAIT), st.none() | st.integers(0, 999), st.just(True)),
        st.builds(Intake, st.integers(0, LONGEST_WAIT), st.none(), st.just(False)),
        st.builds(Intake, st.none(), st.integers(0, 999), st.just(True)),
    )
)
def test_what_is_shown_is_read_back_as_the_same(intake):
    assert parse_intake(intake_text(intake)) == intake


@given(st.text(max_size=130))
def test_no_text_breaks_the_reading(text):
    found = parse_intake(text)
    assert found is None or parse_intake(intake_text(found)) == found


@pytest.mark.parametrize(
    ("ago", "waits"), [(None, True), (timedelta(days=1), False), (timedelta(days=364), False), (timedelta(365), True)]
)
def test_a_line_is_open_when_it_was_never_confirmed_or_a_year_ago(ago, waits):
    assert is_open(replace(LINE, verified_at=ago and NOW - ago), NOW) is waits


def test_a_change_does_not_confirm():
    assert is_open(replace(LINE, updated_at=NOW), NOW)


def test_the_mark_of_the_screen_covers_each_line():
    other = replace(LINE, values={"name": "Pien", "phone": "06-12345678"})
    assert mark_of_all([LINE]) != mark_of_all([other])
    assert mark_of_all([LINE]) != mark_of_all([])


def test_two_positions_at_one_organisation_have_two_names():
    keys = {
        position_key(person, "o", role, since)
        for person in ("p", "q")
        for role in ("IB", "leerkracht")
        for since in (None, date(2026, 8, 1))
    }
    assert len(keys) == 8
    assert all(key.startswith("o.") for key in keys)


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (date(1949, 12, 31), False),
        (date(1950, 1, 1), True),
        (date(2026, 11, 24), True),
        (date(2027, 11, 24), True),
        (date(2027, 11, 25), False),
        (date(1, 1, 1), False),
    ],
)
def test_a_first_day_is_one_that_somebody_who_works_now_can_have(day, fits):
    assert can_begin(day, NOW.date()) is fits
