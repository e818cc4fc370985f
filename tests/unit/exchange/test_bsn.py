from hypothesis import given
from hypothesis import strategies as st

from app.platform.bsn import find_bsn, passes_eleven_test

nine_digits = st.text("0123456789", min_size=9, max_size=9)
words = st.text("abc ,;", max_size=8)


def last_digit(eight: str) -> int | None:
    """The ninth digit that makes eight digits pass, by the other reading of the test: a remainder; 10 has no digit."""
    rest = sum((9 - place) * int(digit) for place, digit in enumerate(eight)) % 11
    return rest if rest < 10 else None


@given(nine_digits)
def test_a_number_passes_exactly_when_its_last_digit_is_the_remainder_of_the_rest(digits):
    assert passes_eleven_test(digits) == (last_digit(digits[:8]) == int(digits[8]))


@given(words, nine_digits, words)
def test_nine_digits_in_a_text_are_found_exactly_when_they_pass(before, digits, after):
    assert find_bsn(before + digits + after) == (digits if passes_eleven_test(digits) else None)


@given(
    nine_digits.filter(passes_eleven_test),
    st.lists(
        st.sampled_from(["", " ", ".", "-", "/", "\u00a0", "  ", " - ", "\u2013", "_", ", ", "\n"]),
        min_size=9,
        max_size=9,
    ),
)
def test_dots_and_spaces_hide_nothing(digits, between):
    written = "".join(digit + gap for digit, gap in zip(digits, between, strict=True)).rstrip(" .-/\u00a0\u2013_,\n")
    assert find_bsn(f"zie {written}") == written


@given(nine_digits, st.text("0123456789", min_size=1, max_size=4))
def test_a_longer_row_of_digits_is_no_bsn(digits, more):
    assert find_bsn(digits + more) is None
    assert find_bsn(more + digits) is None


def test_a_digit_in_front_hides_nothing():
    assert find_bsn("groep 7 111222333") == "111222333"
    assert find_bsn("1 2 111222333") == "111222333"


def test_a_known_number():
    assert passes_eleven_test("111222333")
    assert not passes_eleven_test("111222334")
