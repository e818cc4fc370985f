"""A case from its opening to its end: over HTTP, by the people whom it concerns, and seen by nobody else."""

import pytest

from app.exchange.importing import import_file
from app.insight.paths.store import answer
from app.platform.access import region_scope
from tests.integration.referrals.small_region import CARE, SCHOOL, SWV, TEAM, SmallRegion, ago


def test_opening_asks_before_it_sends(region):
    form = {
        "number": "a-1 ",
        "theme": "gedrag",
        "giver": region.organisation(SCHOOL),
        "taker": region.organisation(TEAM),
    }
    page = region.client(SCHOOL).post("/aanvragen/nieuw", data=form)
    assert page.status_code == 200
    assert "A-1 versturen?" in page.text
    assert region.steps() == []
    sent = region.client(SCHOOL).post("/aanvragen/nieuw", data=form | {"confirmed": "ja"})
    assert sent.location == "/aanvragen/A-1"
    [step] = region.steps()
    assert (step["giver"], step["taker"], step["by"]) == ("School", "Team", "Iemand van School")
    assert not step["accepted"]
    assert region.audit() == ["referrals.open"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("number", "", "Vul een zaaknummer in."),
        ("number", "Jan de Vries", "Gebruik cijfers, streepjes en hooguit zes letters"),
        ("number", "JANSEN-2015", "Geen naam"),
        ("number", "NIEUW", "Geen naam"),
        ("number", "JAN-PIET-2015", "Geen naam"),
        ("number", "2015-03-12", "geen geboortedatum"),
        ("number", "A12-3-2015", "geen geboortedatum"),
        ("number", "A" * 21, "hooguit 20"),
        ("number", "111222333", "BSN"),
        ("note", "bsn 111.222.333", "BSN"),
        ("note", "x" * 301, "hooguit 300"),
        ("theme", "niets", "Kies waar de aanvraag over gaat."),
        ("giver", "elders", "Kies een van uw eigen organisaties."),
        ("taker", "elders", "Kies naar welke organisatie de aanvraag gaat."),
        ("taker", "school-PO-99-02", "Kies een andere organisatie dan die van uzelf."),
    ],
)
def test_what_is_wrong_stands_at_its_field(region, field, typed, said):
    page = region.open(**{field: typed})
    assert page.status_code == 422
    assert said in page.text
    assert region.audit() == []


def test_a_case_cannot_come_from_somebody_elses_organisation(region):
    page = region.client(SCHOOL).post(
        "/aanvragen/nieuw",
        data={
            "number": "A-1",
            "theme": "gedrag",
            "giver": region.organisation(CARE),
            "taker": region.organisation(TEAM),
        },
    )
    assert page.status_code == 422


def test_a_number_is_used_once_in_a_region_and_may_be_in_another(region, site, graph):
    assert region.open().status_code == 302
    again = region.open(to=CARE)
    assert again.status_code == 422
    assert "Dit zaaknummer is er al in deze regio." in again.text
    assert SmallRegion(site, graph, "PO-99-03").open().status_code == 302
    assert len(region.steps()) == 1


def test_a_case_goes_its_way_and_the_lead_goes_with_it(region):
    region.open()
    assert "Wacht op ons" in (page := region.client(TEAM).get("/aanvragen").text)
    assert "A-1" in page
    assert "Iemand van School" in region.client(TEAM).get("/aanvragen/A-1").text
    assert region.do(TEAM, "aannemen").location == "/aanvragen/A-1"
    assert region.hand_over(TEAM, CARE, note="Bel mij eerst").status_code == 302
    assert region.do(CARE, "afwijzen", reason="full", note="Rivium heeft plaats").status_code == 302
    assert [(step["giver"], step["taker"], step["accepted"], step["declined"]) for step in region.steps()] == [
        ("School", "Team", True, False),
        ("Team", "Care", False, True),
        ("Care", "Team", True, False),
    ]
    back = region.steps()[-1]
    assert (back["by"], back["taken_by"], back["note"]) == ("Iemand van Care", "Iemand van Team", "Rivium heeft plaats")
    assert region.do(TEAM, "sluiten", outcome="supported").status_code == 302
    page = region.client(SCHOOL).get("/aanvragen/A-1").text
    assert "Ondersteund" in page
    assert "Bel mij eerst" in page
    assert "Wij hebben geen plaats" in page
    assert region.audit() == [f"referrals.{verb}" for verb in ("open", "accept", "hand_over", "decline", "close")]


def test_only_who_is_asked_may_answer_and_only_who_leads_may_go_on(region):
    region.open()
    for place in (SCHOOL, CARE, SWV):
        assert region.do(place, "aannemen").status_code == 404
        assert region.do(place, "afwijzen", reason="full").status_code == 404
    for place in (TEAM, CARE, SWV):
        assert region.do(place, "terugnemen").status_code == 404
        assert region.do(place, "sluiten", outcome="placed").status_code == 404
        assert region.hand_over(place, CARE).status_code == 404
    assert region.hand_over(SCHOOL, CARE).status_code == 404, "it still waits for the team"
    region.do(TEAM, "aannemen")
    assert region.hand_over(SCHOOL, CARE).status_code == 404
    assert region.do(SCHOOL, "terugnemen").status_code == 404
    assert region.audit() == ["referrals.open", "referrals.accept"]


def test_nobody_else_sees_a_case_here_or_in_another_region(region, site, graph):
    region.open()
    other = SmallRegion(site, graph, "PO-99-03")
    for client in (region.client(CARE), *(other.client(place) for place in (SCHOOL, TEAM, CARE, SWV))):
        for way in ("", "/afwijzen", "/overdragen", "/terugnemen", "/sluiten"):
            assert client.get(f"/aanvragen/A-1{way}").status_code == 404
        assert "A-1" not in client.get("/aanvragen").text
    assert region.client(SWV).get("/aanvragen/A-1").status_code == 200


def test_a_file_that_says_the_same_as_the_pages_changes_nothing(region, tmp_path):
    region.open()
    region.age(5)
    region.do(TEAM, "afwijzen", reason="full")
    sent, answered, file = ago(5), ago(0), tmp_path / "verwijzingen.csv"
    file.write_text(
        "zaak;thema;geopend;stap;van organisatie;naar organisatie;overgedragen;aangenomen;afgewezen;reden;van;naar\n"
        f"A-1;gedrag;{sent};1;School;Team;{sent};;{answered};geen plaats;school@po-99-02.example;\n"
        f"A-1;gedrag;{sent};2;Team;School;{answered};{answered};;;team@po-99-02.example;school@po-99-02.example\n"
    )
    report = import_file(region.graph, region_scope(region.region), "verwijzingen", file)
    assert report.problems == ()
    assert (report.created, report.changes, report.unchanged) == (0, (), 2)


def test_who_answers_what_a_file_answered_meanwhile_is_told(region, tmp_path):
    region.open()
    stamp, file = region.stamp(), tmp_path / "verwijzingen.csv"
    file.write_text(
        "zaak;thema;geopend;stap;van organisatie;naar organisatie;overgedragen;aangenomen;naar\n"
        f"A-1;gedrag;{ago(0)};1;School;Team;{ago(0)};{ago(0)};team@po-99-02.example\n"
    )
    assert import_file(region.graph, region_scope(region.region), "verwijzingen", file).written
    typed = {"stamp": stamp, "reason": "full", "note": "Vanaf mei weer plek."}
    answer = region.client(TEAM).post("/aanvragen/A-1/afwijzen", data=typed)
    assert answer.status_code == 409
    assert "Vanaf mei weer plek." in answer.text
    assert "Wij hebben geen plaats" in answer.text
    assert "U hebt de regie al." in answer.text


def test_a_slip_is_undone_whole_on_its_own_day(region):
    region.open()
    page = region.client(SCHOOL).get("/aanvragen/A-1/terugnemen")
    assert "alsof zij niet geopend is" in page.text
    assert region.do(SCHOOL, "terugnemen").location == "/aanvragen"
    assert region.client(SCHOOL).get("/aanvragen/A-1").status_code == 404
    assert region.open().status_code == 302
    region.do(TEAM, "aannemen")
    region.hand_over(TEAM, CARE)
    assert region.do(TEAM, "terugnemen").location == "/aanvragen/A-1"
    assert [step["taker"] for step in region.steps()] == ["Team"]


def test_waiting_that_was_real_stays_when_a_case_is_taken_back_later(region):
    region.open()
    region.age(9)
    region.do(SCHOOL, "terugnemen")
    assert [(step["taker"], step["accepted"], step["reason"]) for step in region.steps()] == [
        ("Team", False, "taken_back"),
        ("School", True, None),
    ]
    assert region.hand_over(SCHOOL, CARE).status_code == 302


def test_a_loop_is_warned_for_and_not_forbidden(region):
    region.open()
    region.do(TEAM, "aannemen")
    form = {"stamp": region.stamp(), "taker": region.organisation(SCHOOL), "note": ""}
    page = region.client(TEAM).post("/aanvragen/A-1/overdragen", data=form)
    assert "School had deze aanvraag al eerder" in page.text
    assert len(region.steps()) == 1
    form |= {"taker": region.organisation(CARE)}
    assert "al eerder" not in region.client(TEAM).post("/aanvragen/A-1/overdragen", data=form).text
    assert region.hand_over(TEAM, SCHOOL).status_code == 302


def test_declining_asks_for_a_reason_and_refuses_a_bsn(region):
    region.open()
    assert "Kies een reden." in region.do(TEAM, "afwijzen").text
    assert "Kies een reden." in region.do(TEAM, "afwijzen", reason="taken_back").text
    assert "BSN" in region.do(TEAM, "afwijzen", reason="full", note="111222333").text
    assert region.audit() == ["referrals.open"]


def test_steps_written_here_are_in_the_slow_routes_at_once(region, graph):
    scope = region_scope(region.region)
    region.open()
    region.do(TEAM, "aannemen")
    region.hand_over(TEAM, CARE)
    region.age(8)
    region.do(CARE, "afwijzen", reason="full")
    [route] = answer(graph, scope, revision(region)).rows
    assert route.kinds == ("bao", "wijkteam", "jeugdhulp", "wijkteam")
    declined, returned = route.steps[1], route.steps[2]
    assert (declined.waiting.running, declined.waiting.longest) == (1, 8)
    assert (returned.waiting.median, returned.waiting.running) == (0, 0)
    [loop] = answer(graph, scope, revision(region)).loops
    assert [stop.name for stop in loop.circle] == ["Care", "Team"]
    region.do(TEAM, "sluiten", outcome="placed")
    [route] = answer(graph, scope, revision(region)).rows
    assert route.throughput.running == 0
    assert "A-1" in region.client(SWV).get(f"/trage-routes/{route.key}").text


def revision(region) -> int:
    [record] = region.graph.driver.execute_query(
        "MATCH (r:Region {code: $code}) RETURN r.revision AS revision", code=region.region
    ).records
    return record["revision"]
