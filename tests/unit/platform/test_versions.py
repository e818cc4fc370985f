"""Which version a form was filled with, whatever came with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.platform.versions import NEVER, mark_of, shown_version


def test_the_version_that_was_shown():
    assert shown_version("42") == 42


@pytest.mark.parametrize("text", [None, "", "-1", "two", "²", "٣", "9" * 19])
def test_what_is_no_version_fits_none(text):
    assert shown_version(text) == NEVER


@given(st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text() | st.dates()))
def test_a_mark_tells_values_apart_and_not_their_order(values):
    assert mark_of(dict(reversed(values.items()))) == mark_of(values)
    assert mark_of({**values, "one more": 1}) != mark_of(values)


def test_a_mark_tells_unknown_from_empty_and_no_from_unknown():
    assert len({mark_of({"a": value}) for value in (None, "", False, 0)}) == 4
