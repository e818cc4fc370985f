"""What is asked of the full-text indexes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.platform.fulltext import (
    MOST_WORDS,
    NAME_ONLY,
    errors_allowed,
    spelling_query,
    stem_query,
    typed_words,
    words_of,
)


def test_words_are_plain():
    assert words_of("Zoë O'Brien-Smit (9306 AB)") == ["zoe", "o", "brien", "smit", "9306", "ab"]
    assert words_of('+*~ :"/\\ _') == []


def test_a_word_is_asked_once_and_no_more_than_the_search_can_bear():
    assert typed_words("Noor noor NOOR de") == ["noor", "de"]
    assert len(typed_words("a b c d e f g h i j")) == MOST_WORDS


def test_the_region_and_each_word_are_required_small_words_are_not():
    assert (
        spelling_query("PO-99-01", ["de", "wit"], every=True) == "+search_region:po9901 "
        "+(search_name:wit^16 search_name:wit*^8 search_name:wit~1^2 "
        "search_text:wit^8 search_text:wit*^4 search_text:wit~1^1) "
        "((search_name:de^16 search_name:de*^8 search_text:de^8 search_text:de*^4))"
    )
    assert stem_query("PO-99-01", ["de", "wit"], every=False) == (
        "+search_region:po9901 +((search_text:de) (search_text:wit))"
    )


@given(st.text())
def test_nothing_that_means_something_to_lucene_is_left(text):
    for word in typed_words(text):
        assert word.isalnum()
        assert not word.isupper()


@pytest.mark.parametrize(("word", "errors"), [("de", 0), ("9306", 0), ("wit", 1), ("gezondheid", 2)])
def test_how_many_errors_a_word_may_have(word, errors):
    assert errors_allowed(word) == errors


def test_a_search_by_name_looks_at_no_other_text():
    assert spelling_query("PO-99-01", ["wit"], every=True, fields=NAME_ONLY) == (
        "+search_region:po9901 +(search_name:wit^8 search_name:wit*^4 search_name:wit~1^1)"
    )
