"""What others tell about oneself: to confirm or to decline; and to whom one's own ties were told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.platform.access import Role
from tests.integration.contacts.small_region import TIE, Own, tell, write_region

PAGE = "/anderen-noemen-u"


def declined(own: Own) -> list[str]:
    return [
        row["id"]
        for row in own.ask(
            "MATCH ({id: $me})<-[c:CONTACT]-(e) WHERE c.declined_at IS NOT NULL RETURN e.id AS id", me=own.me
        )
    ]


@pytest.mark.parametrize("visibility", ["shared", "introductions"])
def test_she_confirms_and_the_contact_is_hers_as_she_chose_for_new_ones(own, visibility):
    tell(own.graph, "anna", own.me, visibility=visibility, note="Van Anna", frequency="daily", kinds=["R"])
    own.post("/zichtbaarheid", visibility="introductions")
    page = own.page(PAGE)
    assert "Anna Bos" in page
    assert "Van Anna" not in page
    assert "elke dag" not in page
    assert own.post(f"{PAGE}/anna/klopt").status_code == 302
    kept = own.tie("anna")
    assert (kept["state"], kept["visibility"]) == ("present", "introductions")
    assert not {"note", "frequency"} & kept.keys()
    assert "Niemand die u noemt" in own.page(PAGE)


def test_a_wanted_contact_becomes_present_and_keeps_the_rest(own):
    own.post("/anna", **TIE | {"state": "desired"})
    tell(own.graph, "anna", own.me)
    own.post(f"{PAGE}/anna/klopt")
    assert own.tie("anna")["state"] == "present"
    assert own.tie("anna")["note"] == TIE["note"]


def test_she_declines_and_takes_it_back(own):
    tell(own.graph, "anna", own.me)
    own.post(f"{PAGE}/anna/klopt-niet")
    own.post(f"{PAGE}/anna/klopt-niet")
    assert declined(own) == ["anna"]
    page = own.page(PAGE)
    assert "Niemand die u noemt" in page
    assert "U zei: dat klopt niet" in page
    own.post(f"{PAGE}/anna/terugnemen")
    assert declined(own) == []
    assert "Klopt niet" in own.page(PAGE)
    assert own.post(f"{PAGE}/anna/terugnemen").status_code == 404


def test_who_tells_of_the_contact_herself_no_longer_declines_it(own):
    tell(own.graph, "anna", own.me)
    own.post(f"{PAGE}/anna/klopt-niet")
    own.post("/anna", **TIE)
    assert declined(own) == []
    assert own.post(f"{PAGE}/anna/klopt-niet").status_code == 404


def test_the_other_sees_that_it_was_declined(own):
    own.post("/anna", **TIE | {"visibility": "shared"})
    own.ask("MATCH (:Person {id: $me})-[c:CONTACT]->(:Person {id: 'anna'}) SET c.declined_at = datetime()", me=own.me)
    assert "Zegt dat dit contact er niet is" in own.page()


def test_a_private_or_absent_tie_and_one_of_another_region_are_not_there(site, graph, own):
    Own(site, graph, Role.IB, "PO-99-03")
    write_region(graph, "PO-99-03", "x-")
    tell(graph, "anna", own.me, visibility="private")
    tell(graph, "bert", own.me, state="desired")
    tell(graph, "x-carla", own.me)
    assert "Niemand die u noemt" in own.page(PAGE)
    for ego in ("anna", "bert", "x-carla", "carla", "nobody"):
        for answer in ("klopt", "klopt-niet", "terugnemen"):
            assert own.post(f"{PAGE}/{ego}/{answer}").status_code == 404
        assert own.tie(ego) is None
    assert declined(own) == []


def test_confirmed_eight_times_at_the_same_moment_it_is_one_tie(own):
    tell(own.graph, "anna", own.me)
    together = Barrier(8)

    def confirm(_number: int) -> int:
        together.wait()
        return own.post(f"{PAGE}/anna/klopt").status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(confirm, range(8))) == {302}
    assert own.tie("anna")["state"] == "present"


def test_she_sees_to_whom_her_contacts_were_told(own):
    assert "Nog geen contact van u is verteld" in own.page("/verteld")
    own.post("/anna", **TIE | {"visibility": "introductions"})
    own.ask(
        "UNWIND [[$me, 'anna', '1'], ['bert', 'anna', '2'], [$me, 'anna', '3']] AS row "
        "MATCH (to:Person {id: 'carla'}) "
        "CREATE (:Telling {id: row[2], ego: row[0], alter: row[1], at: datetime('2026-10-03T10:00Z')})-[:TO]->(to)",
        me=own.me,
    )
    assert "2 keer verteld" in own.page()
    page = own.page("/verteld")
    for text in ("Uw contact met Anna Bos", "Carla Mol", "GGD-team Oost", "3 oktober 2026"):
        assert text in page
    own.post("/anna/weghalen")
    assert "Uw contact met Anna Bos" in own.page("/verteld")
