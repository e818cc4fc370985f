"""When a mail is given up, and when a link has done its work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.outbox.rules import (
    MOST_TRIES,
    Check,
    Outcome,
    Position,
    Workplace,
    blames_address,
    gives_up,
    is_done,
    lines_meant,
    outcome_of,
)


@pytest.mark.parametrize(("code", "outcome"), [(421, "later"), (452, "later"), (550, "refused"), (554, "refused")])
def test_what_a_code_means(code, outcome):
    assert outcome_of(code) == outcome


@pytest.mark.parametrize(
    ("code", "blames"),
    [
        ("550", True), ("553", True), ("5.1.1", True), ("5.2.1", True), ("5.0.0", True), ("5.2.2", False),
        ("552", False), ("554", False), ("5.6.0", False), ("5.7.1", False), ("4.4.7", False), ("421", False),
        ("TimeoutError", False),
    ],
)  # fmt: skip
def test_only_what_is_about_the_address_blames_it(code, blames):
    assert blames_address(code) == blames


@given(st.sampled_from(Outcome), st.integers(1, MOST_TRIES + 2))
def test_only_what_was_refused_or_put_off_too_often_is_given_up(outcome, tries):
    expected = outcome is Outcome.REFUSED or (outcome is Outcome.LATER and tries >= MOST_TRIES)
    assert gives_up(outcome, tries) == expected


@given(st.booleans(), st.lists(st.booleans(), max_size=3))
def test_a_link_is_done_when_no_line_is_left(herself, confirmed):
    held = (Position("ib", 2.0, None),)
    places = tuple(Workplace(str(place), "O", held, yes) for place, yes in enumerate(confirmed))
    check = Check("PO-99-02", "R", "p", "N", None, None, herself, places)
    assert is_done(check) == (not confirmed or (herself and all(confirmed)))
    assert lines_meant(check, "alles") == (True, tuple(str(place) for place in range(len(confirmed))))
    with pytest.raises(LookupError):
        lines_meant(check, "9")
