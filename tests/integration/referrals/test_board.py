"""A school board: whoever looks as one reads the cases of its schools, and does nothing to them."""

import pytest

from app.accounts.store import open_account
from app.platform.access import Role, region_scope
from tests.integration.referrals.small_region import SCHOOL, TEAM, SmallRegion
from tests.support.site import PageClient, bare_cells, client_of

ELSEWHERE = "PO-99-03"
BOARD = """
MATCH (s:Organisation {id: $school})
MATCH (r:Region {code: $region})
MERGE (b:Organisation {id: $board}) SET b.kind = 'bestuur', b.name = 'Bestuur Samen', b.name_key = 'bestuur samen'
MERGE (b)-[:IN_REGION]->(r)
MERGE (s)-[:GOVERNED_BY]->(b)
MERGE (p:Person {id: 'director-' + $board}) SET p.name = 'Directeur', p.email = $email
MERGE (p)-[:WORKS_AT {role: 'bestuurder'}]->(b)
"""


def director(region: SmallRegion, board: str = "board", governs: str | None = None) -> PageClient:
    """The client of who directs a board, over the region's school unless another organisation is named."""
    email = f"directeur@{board}.example"
    school = governs or region.organisation(SCHOOL)
    region.graph.driver.execute_query(BOARD, school=school, region=region.region, board=board, email=email)
    return client_of(region.app, open_account(region.graph, region_scope(region.region), email, Role.SCHOOLLEIDER))


def test_a_board_reads_where_the_cases_of_its_schools_are(region):
    client = director(region)
    assert "Van uw scholen loopt nu geen andere aanvraag." in client.get("/aanvragen").text
    region.open()
    page = client.get("/aanvragen").text
    assert page.index("Van onze scholen") < page.index('href="/aanvragen/A-1"')
    assert "<td>Gedrag</td><td>School</td><td>Iemand van School van School</td>" in bare_cells(page)
    assert "Iemand van School" in client.get("/aanvragen/A-1").text
    region.do(TEAM, "aannemen")
    region.do(TEAM, "sluiten", outcome="placed")
    page = client.get("/aanvragen").text
    assert page.index("Gesloten") < page.index('href="/aanvragen/A-1"')


@pytest.mark.parametrize(
    ("verb", "form"),
    [("aannemen", {}), ("afwijzen", {"reason": "full"}), ("terugnemen", {}), ("sluiten", {"outcome": "placed"})],
)
def test_a_board_does_nothing_to_the_cases_of_its_schools(region, verb, form):
    client = director(region)
    region.open()
    before = region.steps()
    assert "Wat u nu kunt doen" not in client.get("/aanvragen/A-1").text
    answer = client.post(f"/aanvragen/A-1/{verb}", data={"stamp": region.stamp()} | form)
    assert answer.status_code in {404, 409}
    assert region.steps() == before
    assert region.audit() == ["referrals.open"]


def test_what_asks_for_attention_at_a_school_comes_first_for_its_board(region):
    client = director(region)
    region.open("A-1")
    region.open("A-2")
    region.age(30, "A-2")
    page = client.get("/aanvragen").text
    assert page.index('href="/aanvragen/A-2"') < page.index('href="/aanvragen/A-1"')
    assert "Dit vraagt nu uw aandacht" not in page, "only who can act is asked to"


def test_another_board_and_a_school_see_no_more_than_before(region, site, graph):
    region.open()
    other = director(region, "other-board", region.organisation(TEAM))
    assert 'href="/aanvragen/A-1"' in other.get("/aanvragen").text, "its own organisation is on the case"
    nobody = director(region, "far-board", region.organisation("care"))
    assert nobody.get("/aanvragen/A-1").status_code == 404
    assert 'href="/aanvragen/A-1"' not in nobody.get("/aanvragen").text
    assert "Van onze scholen" not in region.client("care").get("/aanvragen").text


def test_a_boards_schools_over_the_border_are_not_its_to_read(region, site, graph):
    neighbour = SmallRegion(site, graph, ELSEWHERE)
    neighbour.open("B-1")
    client = director(region, governs=neighbour.organisation(SCHOOL))
    assert client.get("/aanvragen/B-1").status_code == 404
    page = client.get("/aanvragen").text
    assert "B-1" not in page
    assert "Van onze scholen" not in page
