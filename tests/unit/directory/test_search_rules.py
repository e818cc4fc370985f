"""Why somebody was found."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.directory.search.rules import Field, Likeness, is_overdue, likeness_of, match, within

NOOR = ((Field.NAME, "Noor de Wit"), (Field.ROLE, "IB'er"), (Field.PLACE, "Veldhoek"), (Field.POSTCODE, "9306 AB"))
LETTERS = st.text("abn", max_size=5)


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
