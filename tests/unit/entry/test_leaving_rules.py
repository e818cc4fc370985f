from datetime import date, timedelta

import pytest

from app.entry.leaving.rules import may_be_last

TODAY, YEAR, DAY = date(2026, 11, 24), timedelta(days=366), timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "since", "may"),
    [
        (TODAY, None, True),
        (TODAY - YEAR, None, True),
        (TODAY - YEAR - DAY, None, False),
        (TODAY + YEAR, None, True),
        (TODAY + YEAR + DAY, None, False),
        (TODAY - DAY, TODAY - DAY, True),
        (TODAY - DAY, TODAY, False),
    ],
)
def test_a_last_day_is_within_a_year_and_not_before_the_first(day, since, may):
    assert may_be_last(day, TODAY, since) is may
