"""One's own contacts: add, change, mark, remove, put back; and two windows on one tie."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import quote

import pytest

from app.platform.access import Role
from tests.integration.contacts.small_region import ORGANISATIONS, PEOPLE, TIE, Own, tell, write_region

NAMES = [row["name"] for row in (*ORGANISATIONS, *PEOPLE)]


def test_she_finds_somebody_by_name_and_adds_the_contact(own):
    found = own.page("/zoeken?zoek=bos")
    assert "Anna Bos" in found
    assert "De Linde" in found
    assert "Carla" not in found
    assert own.post("/anna", **TIE).status_code == 302
    kept = own.tie("anna")
    assert {name: kept[name] for name in ("state", "frequency", "strength", "kinds", "note", "visibility")} == {
        "state": "present",
        "frequency": "weekly",
        "strength": 4,
        "kinds": ["K", "E"],
        "note": "Belt graag op dinsdag.",
        "visibility": "private",
    }
    page = own.page()
    for text in (
        "Aanwezig (1)",
        "Anna Bos",
        "De Linde",
        "elke week",
        "sterk",
        "kennis, steun",
        "Belt graag op dinsdag.",
    ):
        assert text in page
    assert "Bekijk uw contact" in own.page("/zoeken?zoek=bos")


def test_an_organisation_can_be_a_contact_too(own):
    assert "GGD-team Oost" in own.page("/zoeken?zoek=ggd")
    own.post("/ggd", **TIE | {"state": "desired"})
    assert own.tie("ggd")["state"] == "desired"
    assert "Gewenst (1)" in own.page()


def test_searching_asks_for_two_letters_and_never_finds_herself(own):
    assert "ten minste twee letters" in own.page("/zoeken?zoek=b")
    assert "Niemand gevonden" in own.page("/zoeken?zoek=Iemand")


def test_a_citizen_service_number_in_the_note_is_refused_at_the_field(own):
    answer = own.post("/anna", **TIE | {"note": "dossier 111222333"})
    assert answer.status_code == 422
    assert "111222333 kan een burgerservicenummer (BSN) zijn" in answer.text
    assert 'aria-describedby="note-uitleg note-fout"' in answer.text
    assert own.tie("anna") is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Bos", "Anna Bos"),
        ("ana bos", "Anna Bos"),
        ("Böss anna", "Anna Bos"),
        ("carl", "Carla Mol"),
        ("lidne", "De Linde"),
        ("anna van bos", "Anna Bos"),
    ],
)
def test_a_search_forgives_typing_errors_and_puts_what_is_most_like_it_first(own, typed, first):
    found = own.page(f"/zoeken?zoek={typed}").partition("<tbody")[2]
    assert found.index(first) == min(found.index(name) for name in NAMES if name in found)


@pytest.mark.parametrize("typed", ["+*~:", "search_region:po9903", "anna OR x-anna", '"Anna Bos"'])
def test_a_search_means_nothing_to_the_index_but_words_and_stays_in_the_region(graph, own, typed):
    graph.driver.execute_query("CREATE (:Region {code: 'PO-99-03', name: 'Elders', revision: 0})")
    write_region(graph, "PO-99-03", "x-")
    assert "/mijn-contacten/x-" not in own.page(f"/zoeken?zoek={quote(typed)}")


def test_who_left_is_not_found_even_when_the_index_is_behind(graph, own):
    graph.driver.execute_query("MATCH ({id: 'anna'})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')")
    assert "Anna Bos" not in own.page("/zoeken?zoek=anna")


def test_a_forged_answer_is_refused(own):
    for wrong in (
        {"state": "gone"},
        {"visibility": "all"},
        {"kinds": ["X"]},
        {"strength": "9"},
        {"frequency": "hourly"},
    ):
        assert own.post("/anna", **TIE | wrong).status_code == 422
    own.post("/anna", **TIE)
    assert own.post("/anna/stand", state="gone").status_code == 400
    assert own.post("/zichtbaarheid", visibility="all").status_code == 400


def test_marking_changes_the_state_alone(own):
    own.post("/anna", **TIE)
    before = own.tie("anna")
    own.post("/anna/stand", state="absent")
    after = own.tie("anna")
    assert after["state"] == "absent"
    assert after["version"] > before["version"]
    assert {**after, "state": 0, "version": 0} == {**before, "state": 0, "version": 0}
    assert "Niet meer (1)" in own.page()


def test_what_was_removed_can_be_put_back_as_it_was(own):
    own.post("/anna", **TIE)
    before = own.tie("anna")
    assert own.post("/anna/weghalen").status_code == 302
    assert own.tie("anna") is None
    assert "Net weggehaald" in own.page()
    assert own.post("/anna/terugzetten").status_code == 302
    after = own.tie("anna")
    assert {**after, "version": 0} == {**before, "version": 0}
    assert after["version"] > before["version"]
    assert own.post("/anna/terugzetten").status_code == 404


def test_after_a_day_it_is_gone_for_good(own):
    own.post("/anna", **TIE)
    own.post("/anna/weghalen")
    own.ask("MATCH ()-[r:REMOVED_CONTACT]->() SET r.removed_at = datetime() - duration('P2D')")
    assert "Net weggehaald" not in own.page()
    own.post("/bert", **TIE)
    own.post("/bert/weghalen")
    assert [row["id"] for row in own.ask("MATCH ()-[:REMOVED_CONTACT]->(a) RETURN a.id AS id")] == ["bert"]


def test_the_default_is_for_new_ties_and_for_present_ones_only_when_asked(own):
    own.post("/anna", **TIE)
    own.post("/zichtbaarheid", visibility="shared")
    assert own.tie("anna")["visibility"] == "private"
    assert 'value="shared" aria-describedby="uitleg-shared" checked' in own.page("/bert")
    asked = own.post("/zichtbaarheid", visibility="introductions", everything="y")
    assert "Anna Bos (privé)" in asked.text
    assert own.tie("anna")["visibility"] == "private"
    own.post("/zichtbaarheid", visibility="introductions", everything="y", sure="y")
    assert own.tie("anna")["visibility"] == "introductions"
    own.post("/zichtbaarheid", visibility="private", everything="y")
    assert own.tie("anna")["visibility"] == "private"


def test_who_never_chose_keeps_new_ties_to_herself(own):
    assert 'value="private" aria-describedby="uitleg-private" checked' in own.page("/anna")


def test_the_second_window_is_shown_both_and_loses_nothing(own):
    own.post("/anna", **TIE)
    seen = str(own.tie("anna")["version"])
    own.post("/anna", **TIE | {"version": seen, "note": "Uit venster een"})
    answer = own.post("/anna", **TIE | {"version": seen, "note": "Uit venster twee", "frequency": "daily"})
    assert answer.status_code == 409
    assert answer.text.count("Uit venster twee") == 2
    assert "Uit venster een" in answer.text
    assert own.tie("anna")["note"] == "Uit venster een"
    now = str(own.tie("anna")["version"])
    assert f'name="version" type="hidden" value="{now}"' in answer.text
    own.post("/anna", **TIE | {"version": now, "note": "Uit venster twee", "frequency": "daily"})
    assert own.tie("anna")["note"] == "Uit venster twee"


def test_what_was_removed_and_added_anew_is_another_version(own):
    own.post("/anna", **TIE)
    seen = str(own.tie("anna")["version"])
    own.post("/anna/weghalen")
    assert own.post("/anna", **TIE | {"version": seen}).status_code == 409
    own.post("/anna", **TIE | {"note": "Opnieuw"})
    assert own.post("/anna", **TIE | {"version": seen}).status_code == 409
    assert own.tie("anna")["note"] == "Opnieuw"


@pytest.mark.parametrize("there_is_one", [False, True])
def test_of_eight_windows_at_the_same_moment_one_is_kept_and_seven_are_told(own, there_is_one):
    if there_is_one:
        own.post("/anna", **TIE)
    seen = str(own.tie("anna")["version"]) if there_is_one else "-1"
    together = Barrier(8)

    def save(number: int) -> tuple[int, int, str]:
        together.wait()
        answer = own.post("/anna", **TIE | {"version": seen, "note": f"Venster {number}"})
        return answer.status_code, number, answer.text

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(save, range(8)))
    assert [status for status, _, _ in answers] == [302] + [409] * 7
    kept = f"Venster {answers[0][1]}"
    assert own.tie("anna")["note"] == kept
    for _, number, text in answers[1:]:
        assert f"Venster {number}" in text
        assert kept in text


def test_the_trail_tells_that_she_changed_a_contact_and_not_which(own):
    own.post("/anna", **TIE)
    [event] = own.ask("MATCH (e:AuditEvent) RETURN properties(e) AS e")
    assert (event["e"]["action"], event["e"]["subject"]) == ("contacts.save", own.me)
    assert json.loads(event["e"]["after"]) == {
        "fields": ["state", "frequency", "strength", "kinds", "note", "visibility"]
    }


def test_the_other_region_is_not_there_and_neither_are_other_people_s_ties(site, graph, own):
    Own(site, graph, Role.IB, "PO-99-03")
    write_region(graph, "PO-99-03", "x-")
    tell(graph, "anna", "bert", note="Van Anna")
    for alter in ("x-anna", "x-ggd", "nobody", own.me):
        assert own.client.get(f"/mijn-contacten/{alter}").status_code == 404
        assert own.post(f"/{alter}", **TIE).status_code == 404
        assert own.tie(alter) is None
    for action in ("stand", "weghalen", "terugzetten"):
        assert own.post(f"/bert/{action}", state="absent").status_code == 404
    assert "Van Anna" not in own.page("/bert")
    assert own.ask("MATCH ({id: 'anna'})-[c:CONTACT]->() RETURN c.note AS note, c.state AS state")[0].values() == [
        "Van Anna",
        "present",
    ]


LEAVES = "MATCH (:Person {id: 'anna'})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')"
ELSEWHERE = """
MERGE (r:Region {code: 'PO-99-03'}) SET r.name = 'Elders', r.revision = 0
MERGE (o:Organisation {id: 'verweg', name: 'Ver Weg', kind: 'bao', name_key: 'ver weg'})-[:IN_REGION]->(r)
WITH o MATCH (p:Person {id: 'anna'})
CREATE (p)-[:WORKS_AT {role: 'rector', since: date('2021-08-01')}]->(o)
"""


def test_a_contact_who_works_in_another_region_is_said_to_and_not_where(own):
    own.post("/anna", **TIE)
    own.ask(LEAVES)
    for path in ("", "/anna"):
        assert "werkt nu niet in deze regio" in own.page(path)
    own.ask(ELSEWHERE)
    for path in ("", "/anna"):
        page = own.page(path)
        assert "werkt in een andere regio" in page
        assert not any(word in page for word in ("Ver Weg", "rector", "Elders", "nu niet in deze regio"))
