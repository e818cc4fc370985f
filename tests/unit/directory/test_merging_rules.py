"""Who is likely to stand there twice, what stays of two, and when two may not become one."""

import pytest

from app.directory.merging.rules import Entry, Refusal, Side, likely_doubles, not_dismissed, refusal, side_by_side


def side(
    has_account: bool = False, closed: bool = False, elsewhere: bool = False, secret: bool = False, **values: str
) -> Side:
    return Side(
        values.pop("id", "some"),
        "Person",
        {"name": "Jan de Wit"} | values,
        (),
        has_account,
        has_account and not closed,
        elsewhere,
        secret,
    )


def test_the_same_name_anywhere_and_nearly_the_same_at_one_organisation():
    people = [
        Entry("1", "Jan de Wit", ("De Linde",)),
        Entry("2", "jan de  wít", ("De Beuk",)),
        Entry("3", "Jan de Vit", ("De Linde",)),
        Entry("4", "Jam de Wit", ("De Akker",)),
        Entry("5", "Els Smit", ("De Linde", "De Beuk")),
        Entry("6", "Els Smid", ("De Linde", "De Beuk")),
    ]
    found = [(one.id, other.id) for one, other in likely_doubles(people)]
    assert found == [("5", "6"), ("1", "2"), ("1", "3")]


def test_a_dismissed_pair_is_left_out_whichever_comes_first():
    one, other, third = (Entry(id_, "Jan de Wit", ()) for id_ in "123")
    pairs = [(one, other), (other, third)]
    assert not_dismissed(pairs, {frozenset({"2", "1"})}) == [(other, third)]
    assert not_dismissed(pairs, set()) == pairs


def test_what_the_kept_one_has_stays_and_what_it_lacks_is_taken_over():
    lines = side_by_side(side(name="Jan", email="a@b.example"), side(name="Jan W.", phone="06"))
    assert [(line.field, line.stays) for line in lines] == [("name", "Jan"), ("email", "a@b.example"), ("phone", "06")]


@pytest.mark.parametrize(
    ("kept", "gone", "reason"),
    [
        (side(), side(has_account=True), None),
        (side(has_account=True), side(has_account=True), Refusal.BOTH_ACCOUNTS),
        (side(has_account=True), side(has_account=True, closed=True), None),
        (side(has_account=True, closed=True), side(has_account=True), Refusal.BOTH_ACCOUNTS),
        (side(), side(elsewhere=True), Refusal.ELSEWHERE),
        (side(has_account=True), side(secret=True), Refusal.PRIVATE),
        (side(secret=True), side(has_account=True), Refusal.PRIVATE),
        (side(secret=True), side(secret=True), None),
        (side(has_account=True, secret=True), side(), None),
        (side(), side(id="somebody"), Refusal.OWN),
        (side(id="somebody"), side(), Refusal.OWN),
        (side(), side(name="Els Smit"), Refusal.UNALIKE),
        (side(), side(name="jan  de Vit"), None),
    ],
)
def test_when_two_may_not_become_one(kept, gone, reason):
    assert refusal(kept, gone, "somebody") == reason
