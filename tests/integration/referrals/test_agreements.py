"""Agreements between two organisations: theirs alone, changed by one at a time, beside whom people really turn to."""

from dataclasses import replace
from threading import Barrier, Thread

import html5lib
import pytest

from app.referrals.agreements import store
from tests.integration.referrals.small_region import CARE, SCHOOL, SWV, TEAM, SmallRegion, ago


def made(region, **more: str):
    form = {
        "subject": "Het wijkteam belt binnen een week terug", "lead": region.organisation(TEAM),
        "our_person": f"p-{region.organisation(SCHOOL)}", "their_person": f"p-{region.organisation(TEAM)}",
        "review_at": "2027-09-01",
    }  # fmt: skip
    ends = f"van={region.organisation(SCHOOL)}&met={region.organisation(TEAM)}"
    return region.client(SCHOOL).post(f"/afspraken/nieuw?{ends}", data=form | more)


def the_one(region) -> store.Agreement:
    [found] = store.list_agreements(region.graph, region.scope(SCHOOL))
    return found


def test_both_sides_see_it_and_nobody_else(region, site, graph):
    assert made(region).location == "/afspraken"
    for place in (SCHOOL, TEAM):
        assert "Het wijkteam belt binnen een week terug" in region.client(place).get("/afspraken").text
    address = f"/afspraken/{the_one(region).id}"
    other = SmallRegion(site, graph, "PO-99-03")
    for client in (region.client(CARE), region.client(SWV), other.client(SCHOOL)):
        assert "belt binnen een week" not in client.get("/afspraken").text
        for answer in (
            client.get(address), client.get(f"{address}/beeindigen"),
            client.post(address, data={}), client.post(f"{address}/beeindigen"),
        ):  # fmt: skip
            assert answer.status_code == 404
    assert region.audit() == ["referrals.make_agreement"]


def test_what_is_sent_twice_stands_once(region):
    assert made(region).status_code == 302
    again = made(region)
    assert again.status_code == 422
    assert "Deze afspraak staat er al." in again.text
    assert the_one(region).version == 1
    assert made(region, subject="De school meldt wie er wacht").status_code == 302


def test_of_two_who_send_the_same_at_the_same_moment_one_makes_it(region):
    together, codes = Barrier(4), []

    def send() -> None:
        together.wait()
        codes.append(made(region).status_code)

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [302, 422, 422, 422]
    assert the_one(region)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("subject", "", "Schrijf op wat u afspreekt."),
        ("subject", "over 111222333", "BSN"),
        ("subject", "x" * 201, "hooguit 200"),
        ("lead", "elders", "Kies wie de regie heeft."),
        ("our_person", "p-care-PO-99-02", "Kies iemand uit de lijst."),
        ("review_at", "", "Kies een dag."),
        ("review_at", "0001-01-01", "Kies vandaag of een dag hierna."),
    ],
)
def test_what_is_wrong_stands_at_its_field(region, field, typed, said):
    page = made(region, **{field: typed})
    assert page.status_code == 422
    assert said in page.text
    assert region.audit() == []


def test_no_agreement_with_oneself_or_with_another_region(region, site, graph):
    other = SmallRegion(site, graph, "PO-99-03")
    mine = region.organisation(SCHOOL)
    for there in (mine, other.organisation(TEAM), "none"):
        assert region.client(SCHOOL).get(f"/afspraken/nieuw?van={mine}&met={there}").status_code == 404
        assert region.client(SCHOOL).post(f"/afspraken/nieuw?van={mine}&met={there}").status_code == 404


def test_the_second_editor_sees_both_versions_and_loses_nothing(region):
    made(region)
    found = the_one(region)
    form = {
        "lead": region.organisation(TEAM), "our_person": "", "their_person": "", "review_at": "2027-10-01",
        "version": str(found.version),
    }  # fmt: skip
    first = region.client(TEAM).post(f"/afspraken/{found.id}", data=form | {"subject": "Van het team"})
    assert first.status_code == 302
    second = region.client(SCHOOL).post(f"/afspraken/{found.id}", data=form | {"subject": "Van de school"})
    assert second.status_code == 409
    assert "Van het team" in second.text
    assert "Van de school" in second.text
    assert the_one(region).subject == "Van het team"
    form["version"] = str(the_one(region).version)
    assert region.client(SCHOOL).post(f"/afspraken/{found.id}", data=form | {"subject": "Samen"}).status_code == 302
    assert the_one(region).subject == "Samen"


def test_of_two_changes_at_the_same_moment_one_goes_through(region):
    made(region)
    found = the_one(region)
    terms = store.Terms("Anders", ago(-30), region.organisation(TEAM), None, None)
    start, outcomes = Barrier(3), []

    def change() -> None:
        start.wait()
        try:
            store.change(region.graph, region.scope(SCHOOL), found.id, found.version, terms)
            outcomes.append("through")
        except store.ChangedMeanwhile:
            outcomes.append("meanwhile")

    threads = [Thread(target=change) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["meanwhile", "meanwhile", "through"]
    assert the_one(region).version == found.version + 1


def test_ending_asks_first(region):
    made(region)
    address = f"/afspraken/{the_one(region).id}"
    assert "beëindigen?" in region.client(TEAM).get(f"{address}/beeindigen").text
    form = {"version": str(the_one(region).version)}
    assert region.client(TEAM).post(f"{address}/beeindigen", data=form).location == "/afspraken"
    assert store.list_agreements(region.graph, region.scope(SCHOOL)) == []
    assert region.audit()[-1] == "referrals.end_agreement"


def test_what_was_changed_meanwhile_does_not_end(region):
    made(region)
    found = the_one(region)
    terms = store.Terms("Anders dan u zag", ago(-30), region.organisation(TEAM), None, None)
    store.change(region.graph, region.scope(TEAM), found.id, found.version, terms)
    page = region.client(SCHOOL).post(f"/afspraken/{found.id}/beeindigen", data={"version": str(found.version)})
    assert page.status_code == 409
    assert "Anders dan u zag" in page.text
    assert the_one(region).subject == "Anders dan u zag"


def test_the_form_holds_what_was_agreed_so_that_a_change_of_the_text_changes_nothing_else(region):
    made(region)
    before = the_one(region)
    address = f"/afspraken/{before.id}"
    page = html5lib.parse(region.client(SCHOOL).get(address).text, namespaceHTMLElements=False)
    chosen = {
        select.get("name"): [option.get("value") for option in select.iter("option") if "selected" in option.attrib]
        for select in page.iter("select")
    }
    typed = {field.get("name"): field.get("value") for field in page.iter("input") if field.get("name")}
    sent = typed | {name: values[0] for name, values in chosen.items() if values} | {"subject": "Alleen de tekst"}
    assert region.client(SCHOOL).post(address, data=sent).status_code == 302
    after = the_one(region)
    assert replace(after, subject=before.subject, version=before.version) == before


def test_a_contact_person_who_left_is_told(region):
    made(region)
    region.graph.driver.execute_query(
        "MATCH (:Person {id: $id})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')",
        id=f"p-{region.organisation(TEAM)}",
    )
    said = "Iemand van Team, die er niet meer werkt: kies een ander"
    for address in ("/afspraken", f"/afspraken/{the_one(region).id}"):
        assert said in region.client(SCHOOL).get(address).text


def test_what_is_overdue_stands_on_top(region):
    made(region)
    made(region, subject="Eerder")
    region.graph.driver.execute_query(
        "MATCH (a:Agreement {subject: 'Eerder'}) SET a.review_at = date() - duration('P1D')"
    )
    page = region.client(SCHOOL).get("/afspraken").text
    assert page.index("Eerder") < page.index("Het wijkteam belt")
    assert page.count("Bekijk opnieuw") == 1


def test_whom_people_turn_to_is_told_from_three_people_on(region):
    made(region)
    assert "te weinig gegevens" in region.client(SCHOOL).get("/afspraken").text
    for visibility, expected in (
        ("private", "te weinig gegevens"),
        ("shared", "Van 3 mensen van u gaan er 3 naar Ander"),
    ):
        region.graph.driver.execute_query(
            "MATCH (s:Organisation {id: $school}) MATCH (t:Organisation {id: $team}) "
            "MERGE (q:Person {id: 'q'}) SET q.name = 'Ander' MERGE (q)-[:WORKS_AT {role: 'x'}]->(t) "
            "WITH s, q UNWIND range(1, 3) AS i MERGE (p:Person {id: 'p' + i}) MERGE (p)-[:WORKS_AT {role: 'x'}]->(s) "
            "MERGE (p)-[c:CONTACT]->(q) SET c.state = 'present', c.visibility = $visibility",
            school=region.organisation(SCHOOL),
            team=region.organisation(TEAM),
            visibility=visibility,
        )
        assert expected in region.client(SCHOOL).get("/afspraken").text


def test_a_case_that_came_back_was_not_turned_to(region):
    made(region)
    region.open()
    region.do(TEAM, "afwijzen", reason="full")
    agreement = the_one(region)
    assert store.turned_to(region.graph, region.scope(SCHOOL), agreement) == []
    [team_side] = store.list_agreements(region.graph, region.scope(TEAM))
    assert store.turned_to(region.graph, region.scope(TEAM), team_side) == []
    region.open("A-2")
    region.do(TEAM, "aannemen", "A-2")
    [asked] = store.turned_to(region.graph, region.scope(SCHOOL), agreement)
    assert asked.name == "Iemand van Team"
