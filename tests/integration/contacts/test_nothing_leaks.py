"""What is somebody's own leaves her nowhere: a region without it looks the same to everybody else, page by page."""

import re
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.directory.search.store import refresh_region
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from tests.integration.contacts.around_by_hand import World
from tests.integration.contacts.worlds import worlds, write
from tests.support.site import client_of

numbers = count()
on_the_site = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
drawn = st.builds(lambda: f"PO-95-{next(numbers)}").flatmap(lambda region: st.tuples(st.just(region), worlds(region)))
PAGES = ("", "/anderen-noemen-u", "/verteld", "/zelfde-scholen", "/zoeken?zoek=PO")
TOKEN = re.compile(r'name="csrf_token"[^>]*value="[^"]*"|value="[^"]*"[^>]*name="csrf_token"')
OWN = """
MATCH (ego:Person)-[c:CONTACT]->()
WHERE ego.id STARTS WITH $region AND ego.id <> $viewer
WITH c WHERE c.visibility = 'private'
DELETE c
"""
OTHERWISE = """
MATCH (ego:Person)-[c:CONTACT]->()
WHERE ego.id STARTS WITH $region AND ego.id <> $viewer
SET c.note = 'Anders', c.kinds = ['E'], c.strength = 1, c.frequency = 'yearly'
"""


def bodies(client, world: World) -> list[tuple[int, str]]:
    """What every page of the slice answers, and the page of everybody and everything in the region."""
    ends = [row["person"] for row in world["positions"]] + [row["id"] for row in world["organisations"]]
    paths = [f"/mijn-contacten{page}" for page in (*PAGES, *(f"/{end}" for end in ends))]
    answers = [client.get(path) for path in paths]
    # The page that says that nothing is there carries the request's own number.
    return [(found.status_code, TOKEN.sub("", found.text) if found.status_code == 200 else "") for found in answers]


@on_the_site
@given(drawn)
def test_notes_kinds_and_private_ties_of_others_change_no_page(site, graph: Graph, drawn: tuple[str, World]):
    region, world = drawn
    viewer = f"{region}p0"
    write(graph, region, world)
    refresh_region(graph, region_scope(region))
    graph.driver.execute_query("MATCH (p:Person {id: $id}) SET p.email = $id + '@proef.example'", id=viewer)
    scope = region_scope(region).parameters()
    with graph.transaction() as transaction:
        parameters = {"id": region, "email": f"{viewer}@proef.example", "role": str(Role.IB)}
        transaction.run("accounts/create_account", scope=scope, **parameters)
    client = client_of(site, region)
    before = bodies(client, world)
    assert all(status in {200, 404} for status, _ in before)
    assert before[0][0] == 200
    for otherwise in (OWN, OTHERWISE):
        graph.driver.execute_query(otherwise, region=region, viewer=viewer)
        assert bodies(client, world) == before
