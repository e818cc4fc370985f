"""Who works around the same schools: the query and plain loops agree; and a wanted contact in one click."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.contacts import store
from app.platform.access import Scope
from app.platform.graph import Graph
from tests.integration.contacts import around_by_hand
from tests.integration.contacts.small_region import TIE, tell
from tests.integration.contacts.worlds import World, worlds, write

numbers = count()
on_the_database = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
drawn = st.builds(lambda: f"PO-96-{next(numbers)}").flatmap(lambda region: st.tuples(st.just(region), worlds(region)))
PAGE = "/zelfde-scholen"


@on_the_database
@given(drawn)
def test_the_query_says_what_plain_loops_say(graph: Graph, drawn: tuple[str, World]):
    region, world = drawn
    write(graph, region, world)
    viewer = f"{region}p0"
    found = store.around_schools(graph, Scope(region, viewer, (f"{region}o0",)))
    kinds = {row["id"] for row in world["organisations"]}
    by_id = {("organisation" if row.alter.id in kinds else "person", row.alter.id): set(row.schools) for row in found}
    assert by_id == around_by_hand.answer(world, viewer)
    assert len(by_id) == len(found)
    assert [len(row.schools) for row in found] == sorted((len(row.schools) for row in found), reverse=True)


def test_a_shared_tie_shows_the_name_and_one_for_introductions_the_organisation(own):
    own.post("/anna", **TIE)
    tell(own.graph, "carla", "anna", visibility="introductions")
    page = own.page(PAGE)
    assert "Iemand van GGD-team Oost" in page
    assert "1 school gemeen: De Linde" in page
    assert "Carla" not in page
    own.ask("MATCH ({id: 'carla'})-[c:CONTACT]->() SET c.visibility = 'shared'")
    page = own.page(PAGE)
    assert "Carla Mol" in page
    assert "Iemand van GGD-team Oost" not in page
    own.ask("MATCH ({id: 'carla'})-[c:CONTACT]->() SET c.visibility = 'private'")
    assert "We vinden nog niemand" in own.page(PAGE)


def test_wanted_in_one_click_and_then_no_longer_unknown(own):
    own.post("/anna", **TIE)
    tell(own.graph, "carla", "anna")
    assert own.post("/carla/gewenst").status_code == 302
    assert (own.tie("carla")["state"], own.tie("carla")["visibility"]) == ("desired", "private")
    assert "We vinden nog niemand" in own.page(PAGE)
    own.post("/anna/gewenst")
    assert own.tie("anna")["state"] == "present"
    assert own.post("/nobody/gewenst").status_code == 404


def test_a_declined_tie_shows_nobody(own):
    own.post("/anna", **TIE)
    tell(own.graph, "carla", "anna")
    own.ask("MATCH (:Person {id: 'carla'})-[c:CONTACT]->(:Person {id: 'anna'}) SET c.declined_at = datetime()")
    assert "We vinden nog niemand" in own.page(PAGE)
