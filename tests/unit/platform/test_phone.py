import pytest

from app.platform.phone import can_be_dialled, plain, with_lost_zero


@pytest.mark.parametrize("written", ["06-12 34 56 78", "+31 (0)6 12345678", "14 0592", "0800 1234", "(0591) 65.98.40"])
def test_a_number_can_be_dialled_however_it_is_written(written):
    assert can_be_dialled(written)


@pytest.mark.parametrize("written", ["", "591659840", "bel maar", "06-1234567", "112"])
def test_what_cannot_be_dialled(written):
    assert not can_be_dialled(written)


def test_a_spreadsheet_takes_the_zero_from_the_front():
    assert with_lost_zero("591 659840") == "0591659840"
    assert not with_lost_zero("0591 659840")


@pytest.mark.parametrize(
    "written", ["0612345678", "06-12 34 56 78", "+31 6 12345678", "+31 (0)6-12345678", "(06) 12345678"]
)
def test_one_number_is_plain_in_one_way(written):
    assert plain(written) == "0612345678"
