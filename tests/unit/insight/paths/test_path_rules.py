"""Durations of which some still run: published examples, and what must hold for all."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insight.paths.rules import (
    Case,
    Route,
    SchoolYear,
    Step,
    interpolated_quantiles,
    kaplan_meier_quantile,
    most_common,
    school_year,
    school_years,
    shorter_way,
    slowest_first,
    spread,
)
from tests.integration.insight.paths.event_log import Durations

# Freireich et al. 1963, weeks of remission under 6-MP; worked by hand in Klein & Moeschberger 2003, table 4.1.
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_IN_REMISSION = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
SURVIVAL = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}

days = st.lists(st.integers(0, 60), max_size=15)
shares = st.sampled_from([0.5, 0.9])


def test_kaplan_meier_gives_the_published_median() -> None:
    assert kaplan_meier_quantile(RELAPSED, STILL_IN_REMISSION, 0.5) == 23


@pytest.mark.parametrize(("week", "survival"), SURVIVAL.items())
def test_kaplan_meier_falls_to_the_published_share_on_the_published_week(week: int, survival: float) -> None:
    assert kaplan_meier_quantile(RELAPSED, STILL_IN_REMISSION, 1 - survival - 0.001) == week
    assert kaplan_meier_quantile(RELAPSED, STILL_IN_REMISSION, 1 - survival + 0.001) != week


def test_kaplan_meier_says_nothing_when_most_still_run() -> None:
    assert kaplan_meier_quantile(RELAPSED, STILL_IN_REMISSION, 0.9) is None


@given(days, days, shares)
def test_kaplan_meier_is_efrons_redistribution_to_the_right(ended: list[int], running: list[int], share: float) -> None:
    expected = Durations(ended, running).redistributed(Fraction(str(share))) if ended or running else None
    assert kaplan_meier_quantile(ended, running, share) == expected


@given(st.lists(st.integers(0, 400), min_size=1, max_size=30))
def test_without_running_ones_the_quantiles_are_type_seven(ended: list[int]) -> None:
    found = spread(ended)
    assert (found.count, found.running, found.median, found.p90) == pytest.approx(Durations(ended, []).summary)


def test_the_quantiles_are_those_of_hyndman_and_fan_in_r() -> None:
    assert interpolated_quantiles([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == (5.5, pytest.approx(9.1))


def test_nothing_has_no_median_and_a_single_one_is_its_own() -> None:
    assert (spread([]).median, spread([]).p90, spread([]).longest) == (None, None, None)
    assert (spread([12]).median, spread([12]).p90) == (12, 12)


def test_what_only_runs_is_at_least_as_long_as_the_longest_so_far() -> None:
    waiting = spread([], [30, 90])
    assert (waiting.count, waiting.running, waiting.median, waiting.at_least) == (2, 2, None, 90)


def test_a_name_counts_when_it_stands_for_half() -> None:
    assert most_common(["Rivium", "Lumina"]) == "Lumina"
    assert most_common(["Rivium", "Rivium", "Lumina"]) == "Rivium"
    assert most_common(["Rivium", "Lumina", "De Brug"]) is None
    assert most_common([]) is None


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_a_school_year_begins_on_the_first_of_august(day: date, year: int) -> None:
    assert school_year(day) == year


def test_cases_are_counted_in_the_year_in_which_they_began() -> None:
    cases = [case(opened=day) for day in (date(2024, 9, 1), date(2025, 9, 1), date(2026, 7, 31), date(2026, 8, 1))]
    assert school_years(cases, running=2026) == (SchoolYear(2025, 2), SchoolYear(2026, 1))
    assert SchoolYear(2025, 2).label == "2025-2026"


def test_the_shorter_way_has_the_same_ends_fewer_steps_and_less_waiting() -> None:
    slow = route("bao", "swv", "jeugdhulp", waits=[3, 63])
    direct = route("bao", "jeugdhulp", waits=[21])
    others = [
        route("sbo", "jeugdhulp", waits=[5]),
        replace(direct, taker_id="another", key="another"),
        route("bao", "jgz", "jeugdhulp", waits=[2, 2]),
    ]
    found = shorter_way(slow, [slow, *others, direct])
    assert found is not None
    assert (found.key, found.steps, found.starts, found.waiting.median) == (direct.key, 1, 1, 21)
    assert shorter_way(slow, [slow, *others]) is None
    assert shorter_way(slow, [slow, replace(direct, common=False)]) is None, "a lone case is no way"
    assert shorter_way(slow, [slow, route("bao", "jeugdhulp", waits=[64])]) is None


def test_the_delaying_step_waits_longest_and_the_slowest_common_route_comes_first() -> None:
    slow, slower = route("bao", "swv", "jeugdhulp", waits=[10, 63]), route("bao", "jgz", "wijkteam", waits=[70, 2])
    rare = replace(route("bao", "vso", waits=[400]), common=False)
    assert slow.delay is slow.steps[1]
    assert slower.delay is slower.steps[0]
    assert slowest_first([rare, slow, slower]) == [slower, slow, rare]


def case(start: str = "school", opened: date = date(2026, 1, 1)) -> Case:
    return Case("Z1", "gedrag", opened, None, 10, 2, start, start)


def route(*kinds: str, waits: list[int]) -> Route:
    steps = tuple(
        Step(giver, taker, None, None, spread([wait]), spread([5]), None)
        for giver, taker, wait in zip(kinds, kinds[1:], waits, strict=False)
    )
    years = (SchoolYear(2025, 0), SchoolYear(2026, 1))
    return Route("-".join(kinds), kinds, "last", "Last", (case(),), years, spread([100]), steps, 2, common=True)
