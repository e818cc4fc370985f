"""Which version a form was filled with, whatever came with it."""

import pytest

from app.platform.versions import NEVER, shown_version


def test_the_version_that_was_shown():
    assert shown_version("42") == 42


@pytest.mark.parametrize("text", [None, "", "-1", "two", "²", "٣", "9" * 19])
def test_what_is_no_version_fits_none(text):
    assert shown_version(text) == NEVER
