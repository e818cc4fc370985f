"""Who may do what with a case, and when one asks for attention."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.referrals import rules
from app.referrals.agreements.rules import Asked, difference
from app.referrals.model import Case, Organisation, Person, Step

TODAY = date(2026, 11, 24)
SCHOOL, TEAM, CARE = (Organisation(name, name, "bao") for name in ("school", "team", "care"))
PLACES = (SCHOOL, TEAM, CARE)
SOMEBODY = Person("p", "Somebody", here=True)


def a_step(n: int, giver: Organisation, taker: Organisation, ago: int, **more) -> Step:
    return Step(n, giver, taker, SOMEBODY, more.pop("taken_by", None), TODAY - timedelta(days=ago), **more)


def a_case(*steps: Step, closed: date | None = None) -> Case:
    return Case("A-1", "gedrag", steps[0].at, closed, None, 0, steps, TODAY)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case as the pages make one: all but the last step are answered, and a return follows each declined one."""
    steps: list[Step] = []
    at, ago = draw(st.sampled_from(PLACES)), 90
    for _turn in range(draw(st.integers(1, 5))):
        to = draw(st.sampled_from([place for place in PLACES if place != at]))
        answer = draw(st.sampled_from(("accept", "decline")))
        step = a_step(len(steps) + 1, at, to, ago)
        ago -= draw(st.integers(0, 15))
        day = TODAY - timedelta(days=ago)
        if answer == "accept":
            steps.append(replace(step, accepted_at=day, taken_by=SOMEBODY))
            at = to
        else:
            steps.append(replace(step, declined_at=day, reason="full"))
            steps.append(a_step(len(steps) + 1, to, at, ago, accepted_at=day, taken_by=SOMEBODY))
    if draw(st.booleans()):
        to = draw(st.sampled_from([place for place in PLACES if place != at]))
        steps.append(a_step(len(steps) + 1, at, to, ago))
    return a_case(*steps, closed=draw(st.sampled_from((None, None, TODAY))))


@given(cases())
def test_an_open_case_has_exactly_one_organisation_that_can_go_on_or_take_back(case):
    able = [
        place
        for place in PLACES
        if rules.may_go_on(case, {place.id}) or rules.may_take_back(case, {place.id})
    ]  # fmt: skip
    assert len(able) == (0 if case.closed else 1)
    if able:
        assert able[0] == case.lead.organisation


@given(cases())
def test_who_answers_never_has_the_lead_yet(case):
    for place in PLACES:
        if rules.may_answer(case, {place.id}):
            assert not rules.may_go_on(case, {place.id})
            assert place != case.lead.organisation


@given(cases(), st.integers(1, 60))
def test_a_concern_is_about_an_open_case_that_waited_longer_than_the_norm(case, norm):
    why = rules.concern(case, norm)
    assert (why in {rules.Concern.WAITS, rules.Concern.CAME_BACK}) == (case.waiting > norm)
    if case.closed:
        assert why is None
    if why:
        assert any(rules.may_act(case, {place.id}) for place in PLACES)


def test_on_the_day_of_the_norm_a_case_is_in_time():
    waiting = a_case(a_step(1, SCHOOL, TEAM, 21))
    assert rules.concern(waiting, 21) is None
    assert rules.concern(waiting, 20) is rules.Concern.WAITS


def test_before_the_first_acceptance_the_lead_stays():
    assert a_case(a_step(1, SCHOOL, TEAM, 3)).lead.organisation == SCHOOL


def test_an_unnamed_lead_has_not_left():
    taken = a_step(1, SCHOOL, TEAM, 3, accepted_at=TODAY)
    assert rules.concern(a_case(taken), 21) is None
    gone = replace(taken, taken_by=replace(SOMEBODY, here=False))
    assert rules.concern(a_case(gone), 21) is rules.Concern.LEFT


def test_only_the_same_day_is_a_slip():
    assert rules.is_slip(a_step(1, SCHOOL, TEAM, 0), TODAY)
    assert not rules.is_slip(a_step(1, SCHOOL, TEAM, 1), TODAY)


asked_people = st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), max_size=4).map(
    lambda rows: [Asked(f"q{i}", f"Q{i}", askers) for i, askers in enumerate(rows)]
)


@given(asked_people, st.sampled_from((None, "q0", "q1")))
def test_no_number_is_about_one_or_two_people(asked, agreed):
    found = difference(asked, agreed)
    everybody = frozenset().union(*(row.askers for row in asked))
    assert (found is None) == (len(everybody) < 3)
    if found:
        assert found.people == len(everybody)
        assert found.agreed in {None, 0} or found.agreed >= 3
        assert found.most_people is None or found.most_people >= 3
