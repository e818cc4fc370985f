"""What is left of a text when what nobody sees is gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.platform.text import tidy, trimmed

HIDDEN = "\u200b\x00\ufeff\u202e\u2060\u200d\u200c\U000e0041"


@pytest.mark.parametrize("text", [None, "", "  ", "\u200b", "\x00 \u200d", HIDDEN])
def test_of_what_nobody_sees_nothing_is_left(text):
    assert tidy(text) is None
    assert trimmed(text) == ""


def test_spaces_and_hidden_characters_go_and_accents_are_composed():
    assert tidy(" Ann\u200be  \u202eRe\u0301my\n") == "Anne R\u00e9my"


def test_a_text_of_several_lines_keeps_them():
    assert trimmed("\r\n eerst \r\n\r\n  dan\x00 \n") == "eerst \n\n  dan"


def test_a_character_that_is_put_together_stays_whole():
    nurse = "\U0001f469\u200d\u2695\ufe0f"
    assert tidy(f" {nurse} ") == nurse


@given(st.text())
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)
    assert trimmed(trimmed(text)) == trimmed(text)
