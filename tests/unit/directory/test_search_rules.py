"""What is asked of the index, and why somebody was found."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.directory.search.rules import (
    MOST_WORDS,
    Field,
    Likeness,
    errors_allowed,
    is_overdue,
    likeness_of,
    match,
    spelling_query,
    stem_query,
    typed_words,
    within,
    words_of,
)

NOOR = ((Field.NAME, "Noor de Wit"), (Field.ROLE, "IB'er"), (Field.PLACE, "Veldhoek"), (Field.POSTCODE, "9306 AB"))
LETTERS = st.text("abn", max_size=5)


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


def distance(one: str, other: str) -> int:
    """The definition, word by word."""
    if not one or not other:
        return len(one) + len(other)
    options = [distance(one[1:], other) + 1, distance(one, other[1:]) + 1]
    options.append(distance(one[1:], other[1:]) + (one[0] != other[0]))
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        options.append(distance(one[2:], other[2:]) + 1)
    return min(options)


@given(LETTERS, LETTERS, st.integers(1, 2))
def test_typing_errors_are_counted_as_defined(one, other, errors):
    assert within(one, other, errors) == (distance(one, other) <= errors)


@pytest.mark.parametrize(
    ("typed", "word", "likeness"),
    [
        ("linde", "linde", Likeness.SAME),
        ("lin", "linde", Likeness.BEGINS),
        ("lidne", "linde", Likeness.RESEMBLES),
        ("talen", "taal", Likeness.RESEMBLES),
        ("thuiszitters", "thuiszitten", Likeness.RESEMBLES),
        ("linde", "beuk", 0),
        ("9306", "9307", 0),
    ],
)
def test_how_much_a_word_is_like_another(typed, word, likeness):
    assert likeness_of(typed, word) == likeness


def test_every_reason_is_told_once_in_the_order_of_the_words():
    found = match(["veldhoek", "ib", "er", "nor"], NOOR)
    assert [(reason.field, reason.value) for reason in found.reasons] == [
        (Field.PLACE, "Veldhoek"),
        (Field.ROLE, "IB'er"),
        (Field.NAME, "Noor de Wit"),
    ]
    assert found.rank == (4, 3 + 3 + 3 + 1, 1)
    assert [reason.likeness for reason in match(["noor", "wti"], NOOR).reasons] == [Likeness.RESEMBLES]


def test_more_words_come_before_better_words():
    assert match(["noor", "weldhoek"], NOOR).rank > match(["noor", "zzz"], NOOR).rank
    assert match(["noor"], NOOR).rank > match(["no"], NOOR).rank > match(["nor"], NOOR).rank


def test_after_a_year_an_entry_is_overdue():
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert is_overdue(None, now)
    assert is_overdue(now - timedelta(days=366), now)
    assert not is_overdue(now - timedelta(days=364), now)
