"""The front page counts the cases that ask for attention exactly as the list of them shows them."""

from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.insight.region.store import open_referrals
from app.platform.access import Role, region_scope, revision_today
from app.platform.graph import Graph
from app.referrals import store
from tests.integration.referrals.drawn_cases import cases, put
from tests.support.site import DEMO_REGION, REGION


def shown(graph: Graph, region: str) -> tuple[int, int]:
    """How many cases are open, and how many the list of *Zonder regie of te lang wachtend* has."""
    scope = region_scope(region)
    leaf, opened = store.list_concerned(graph, scope, store.waiting_norm(graph, scope), 0)
    return opened, leaf.total


def counted(graph: Graph, region: str) -> tuple[int, int]:
    """The same two, as the front page counts them."""
    open_referrals.cache_clear()
    found = open_referrals(graph, region_scope(region), revision_today(0))
    return found.open, found.concerned


@examples(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=cases(), norm=st.sampled_from((None, 5, 14)))
def test_they_agree_on_any_cases(graph, database, made, norm):
    database.empty()
    put(graph, REGION, made, norm)
    assert counted(graph, REGION) == shown(graph, REGION)


def test_they_agree_on_the_fictitious_region_and_the_figure_leads_to_the_list(demo_graph, demo_client_as):
    number, concerned = shown(demo_graph, DEMO_REGION)
    assert counted(demo_graph, DEMO_REGION) == (number, concerned)
    assert concerned > 0
    manager = demo_client_as(Role.SWV_MANAGER)
    link = f'<a href="/aanvragen/wachtend">{concerned} zonder regie of te lang wachtend</a>'
    assert link in manager.get("/regio").text
    assert f"{concerned} van de {number} open aanvragen" in manager.get("/aanvragen/wachtend").text


def test_who_may_not_open_the_list_reads_the_figure_only(demo_client_as):
    page = demo_client_as(Role.AUDITOR).get("/regio").text
    assert "zonder regie of te lang wachtend" in page
    assert "/aanvragen/wachtend" not in page
