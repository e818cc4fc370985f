"""Planted findings about the routes of cases, found again from the files alone."""

import tomllib
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median

import seed

PLANTED = tomllib.loads((Path(seed.__file__).parent / "planted.toml").read_text(encoding="utf-8"))
SLOW = ("bao", "swv", "jeugdhulp")


def waits(region) -> dict[tuple[tuple[str, ...], int], list[int]]:
    """Days waited at each step of each route, a route being the kinds it passes; running waits are left out."""
    found, routes = defaultdict(list), region.routes()
    for case, rows in region.cases().items():
        route = tuple(region.kind[stop] for stop in routes[case])
        for row in rows:
            if row["aangenomen"]:
                found[route, int(row["stap"])].append(days(row))
    return found


def days(row: dict[str, str]) -> int:
    return (date.fromisoformat(row["aangenomen"]) - date.fromisoformat(row["overgedragen"])).days


def slow_cases(region) -> list[list[dict[str, str]]]:
    return [rows for rows in region.cases().values() if rows[-1]["naar organisatie"] == "Rivium" and len(rows) == 2]


def test_one_step_waits_nine_weeks_and_the_others_at_most_four(region) -> None:
    found = waits(region)
    assert median(found.pop((SLOW, 2))) == 63
    assert max(median(each) for each in found.values()) <= 28


def test_the_slow_route_has_its_cases_in_the_last_school_year(region) -> None:
    cases = slow_cases(region)
    year = [rows for rows in cases if "2025-08-01" <= rows[0]["geopend"] <= "2026-07-31"]
    assert len(year) == PLANTED["slow_route"]["number"] == 31
    assert all("2025-08-01" <= rows[1]["overgedragen"] <= "2026-07-31" for rows in year)
    assert median(days(rows[1]) for rows in year) == 63
    assert len(cases) > len(year)
    assert {
        tuple(region.kind[stop] for stop in route) for route in region.routes().values() if route[-1] == "Rivium"
    } == {
        SLOW,
        ("bao", "jeugdhulp"),
    }


def test_running_waits_are_shorter_than_any_that_ended(region) -> None:
    cases = slow_cases(region)
    running = [rows[1]["overgedragen"] for rows in cases if not rows[1]["aangenomen"]]
    shortest = min(days(rows[1]) for rows in cases if rows[1]["aangenomen"])
    assert len(running) == 3
    assert all((date(2026, 11, 20) - date.fromisoformat(day)).days < shortest for day in running)


def test_six_schools_know_the_slow_partner_and_wait_three_weeks(region) -> None:
    ties = region.present(visible=True)
    ties |= {(other, one) for one, other in ties}
    known_by = {
        key
        for key in region.of_kind("bao")
        if any((one, other) in ties for one in region.members[key] for other in region.members["Rivium"])
    }
    assert len(known_by) == 6
    direct = [rows for rows in region.cases().values() if rows[0]["naar organisatie"] == "Rivium"]
    assert len(direct) >= 8
    assert {rows[0]["van organisatie"] for rows in direct} == known_by
    assert median(days(rows[0]) for rows in direct) == 21
    assert known_by <= {rows[0]["van organisatie"] for rows in slow_cases(region)}


def test_the_loop_turns_more_often_than_any_other(region) -> None:
    turns: Counter[frozenset[str]] = Counter()
    for stops in region.routes().values():
        turns.update(
            {frozenset({one, other}) for (one, other), (_, again) in pairwise(pairwise(stops)) if one == again}
        )
    (first, most), (_, next_most) = turns.most_common(2)
    assert {region.title[key] for key in first} == set(PLANTED["loop"]["names"])
    assert most == PLANTED["loop"]["number"] == 9
    assert 1 <= next_most <= 3


def test_every_case_that_returns_does_so_by_a_turn(region) -> None:
    for stops in region.routes().values():
        turned = any(one == again for (one, _), (_, again) in pairwise(pairwise(stops)))
        assert turned == (len(set(stops)) < len(stops))
