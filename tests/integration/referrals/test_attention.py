"""What waits too long or has nobody with the lead comes to the people who can act."""

import pytest

from tests.integration.referrals.small_region import CARE, SCHOOL, SWV, TEAM

WAITING = "/aanvragen/wachtend"
TOP = "Dit vraagt nu uw aandacht"


def test_in_time_nobody_is_disturbed(region):
    region.open()
    region.age(21)
    assert all(TOP not in region.client(place).get("/aanvragen").text for place in (SCHOOL, TEAM))
    assert "U hoeft nu niets te doen." in region.client(SWV).get(WAITING).text


def test_too_late_both_ends_and_the_manager_are_told(region):
    region.open()
    region.age(22)
    school, team = (region.client(place).get("/aanvragen").text for place in (SCHOOL, TEAM))
    for page in (school, team, region.client(SWV).get(WAITING).text):
        assert "A-1 wacht al 22 dagen op een antwoord van Team" in page
    assert "Bel Team, of neem de aanvraag terug" in school
    assert "Neem haar aan, of wijs haar af" in team
    assert TOP not in region.client(CARE).get("/aanvragen").text


def test_a_case_that_came_back_and_lies_still_is_told_to_who_leads(region):
    region.open()
    region.do(TEAM, "afwijzen", reason="not_ours")
    region.age(30)
    assert "A-1 kwam 30 dagen geleden terug bij School" in region.client(SCHOOL).get("/aanvragen").text
    assert TOP not in region.client(TEAM).get("/aanvragen").text


def test_a_lead_who_left_leaves_the_case_without_one(region):
    region.open()
    region.do(TEAM, "aannemen")
    region.graph.driver.execute_query(
        "MATCH (p:Person {id: $id})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')",
        id=f"p-{region.organisation(TEAM)}",
    )
    page = region.client(SWV).get(WAITING).text
    assert "Iemand van Team werkt niet meer bij Team" in page
    assert "niemand; Iemand van Team is weg" in page


def test_the_manager_chooses_the_norm(region):
    region.open()
    region.age(10)
    assert region.client(SWV).post(WAITING, data={"days": "9"}).status_code == 302
    assert "A-1 wacht al 10 dagen" in region.client(TEAM).get("/aanvragen").text
    assert region.audit()[-1] == "referrals.keep_norm"


@pytest.mark.parametrize("days", ["", "0", "366", "veel"])
def test_a_norm_is_a_number_of_days(region, days):
    page = region.client(SWV).post(WAITING, data={"days": days})
    assert page.status_code == 422
    assert "error-text" in page.text
    assert region.audit() == []


def test_the_norm_is_for_one_region(region, site, graph):
    from tests.integration.referrals.small_region import SmallRegion

    other = SmallRegion(site, graph, "PO-99-03")
    other.client(SWV).post(WAITING, data={"days": "1"})
    region.open()
    region.age(5)
    assert "U hoeft nu niets te doen." in region.client(SWV).get(WAITING).text
    assert "A-1" not in other.client(SWV).get(WAITING).text


def test_what_waits_comes_twenty_at_a_time(region):
    for number in range(21):
        region.open(f"A-{number:02}")
        region.age(30 + number, f"A-{number:02}")
    first, second = (region.client(SWV).get(f"{WAITING}?alle={page}").text for page in (1, 2))
    assert first.index("/aanvragen/A-20") < first.index("/aanvragen/A-19")
    assert "/aanvragen/A-00" not in first
    assert 'href="/aanvragen/wachtend?alle=2#alle"' in first
    assert second.count('href="/aanvragen/A-') == 1
    assert "/aanvragen/A-00" in second
    assert "21 van de 21 open aanvragen" in second
