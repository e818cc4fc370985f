"""*Mijn aanvragen*: a page of each group, in the query, with what asks for attention on the first one."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.platform.access import Scope, region_scope
from app.referrals import rules, store
from app.referrals.model import Case
from app.referrals.rules import Group
from tests.integration.referrals.drawn_cases import PLACES, cases, put
from tests.integration.referrals.small_region import SCHOOL, TEAM
from tests.support.site import REGION

LINK = 'href="/aanvragen/A-'


def everything(graph, scope: Scope) -> dict[Group, list[Case]]:
    """The viewer's cases, by leafing through every group to its end."""
    found: dict[Group, list[Case]] = {group: [] for group in Group}
    for group in Group:
        page = 0
        while True:
            leaf = store.list_mine(graph, scope, dict.fromkeys(Group, 0) | {group: page})[group]
            found[group] += leaf.cases
            page += 1
            if not leaf.more:
                assert len(found[group]) == leaf.total
                break
    return found


def stands(case: Case, mine: str, on_it: bool) -> Group:
    """Where a case stands, by what the rules of a case say."""
    if case.closed:
        return Group.CLOSED
    if rules.may_answer(case, {mine}):
        return Group.ASKS_US
    if case.lead.organisation.id == mine:
        return Group.OURS
    return Group.ELSEWHERE if on_it else Group.SCHOOLS


@examples(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=cases(most=12),
    mine=st.sampled_from(PLACES),
    governed=st.sets(st.sampled_from(PLACES)),
    size=st.sampled_from((1, 2, 5)),
)
def test_each_case_stands_once_in_its_group_and_what_asks_for_attention_comes_first(
    graph, database, page_size, made: list[dict[str, Any]], mine: str, governed: set[str], size: int
):
    database.empty()
    put(graph, REGION, made)
    page_size(size)
    scope = Scope(REGION, f"stayed-{mine}", (mine,), tuple(governed - {mine}))
    found = everything(graph, scope)
    seen = [case for some in found.values() for case in some]
    ends = {row["number"]: {step[end] for step in row["steps"] for end in ("giver", "taker")} for row in made}
    assert sorted(case.number for case in seen) == sorted(one for one in ends if ends[one] & {mine, *governed})
    for group, some in found.items():
        assert {stands(case, mine, mine in ends[case.number]) for case in some} <= {group}
        asks = [rules.concern(case, 14) is not None for case in some]
        assert asks == sorted(asks, reverse=True)


@examples(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=cases(most=12), norm=st.sampled_from((5, 14)), size=st.sampled_from((1, 2, 5)))
def test_the_regions_list_is_what_the_rules_say_of_each_case(graph, database, page_size, made, norm: int, size: int):
    database.empty()
    put(graph, REGION, made)
    page_size(size)
    scope = region_scope(REGION)
    opened = [row["number"] for row in made if not row["closed"]]
    by_rule = [case for case, _why in rules.concerned(store.read_cases(graph, scope, opened, whole=True), norm)]
    leaves = [store.list_concerned(graph, scope, norm, page) for page in range(len(by_rule) // size + 1)]
    assert [case.number for leaf, _open in leaves for case in leaf.cases] == [case.number for case in by_rule]
    assert {(leaf.total, count) for leaf, count in leaves} == {(len(by_rule), len(opened))}
    assert not leaves[-1][0].more


@pytest.fixture
def page_size(monkeypatch):
    """Let a page have so many cases."""
    return lambda size: monkeypatch.setattr(store, "PAGE", size)


def test_a_group_comes_twenty_at_a_time(region):
    for number in range(21):
        region.open(f"A-{number:02}")
    region.age(30, "A-20")
    first = region.client(SCHOOL).get("/aanvragen").text
    assert first.count(LINK) == 1 + 20
    assert first.count("/aanvragen/A-20") == 2, "what waits longest asks for attention and comes first"
    assert 'href="/aanvragen?regie=2#regie"' in first
    assert "(21)" in first
    second = region.client(SCHOOL).get("/aanvragen?regie=2").text
    assert second.count(LINK) == 1 + 1
    assert "/aanvragen/A-20" in second, "what asks for attention stays in sight"
    assert "Naar het begin" in second
    assert 'href="/aanvragen?wacht=2#wacht"' in region.client(TEAM).get("/aanvragen").text


def test_closed_cases_come_twenty_at_a_time(region):
    for number in range(21):
        region.open(f"A-{number:02}")
        region.do(TEAM, "aannemen", f"A-{number:02}")
        region.do(TEAM, "sluiten", f"A-{number:02}", outcome="placed")
    first = region.client(SCHOOL).get("/aanvragen").text
    assert first.count(LINK) == 20
    assert 'href="/aanvragen?gesloten=2#gesloten"' in first
    assert region.client(SCHOOL).get("/aanvragen?gesloten=2").text.count(LINK) == 1


@pytest.mark.parametrize("page", ["0", "-1", "x", "999999999999999999999"])
def test_a_page_that_is_not_there_is_an_empty_one_or_the_first(region, page):
    region.open()
    answer = region.client(SCHOOL).get(f"/aanvragen?regie={page}")
    assert answer.status_code == 200
    assert ("A-1" in answer.text) != ("Op deze bladzijde staat niets." in answer.text)
