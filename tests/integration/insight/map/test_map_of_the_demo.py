"""The map of the fictitious region: its numbers against counts by the database, and drawn in a real browser."""

import pytest
from playwright.sync_api import Page

from app.platform.access import Role
from app.platform.graph import Graph
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe

CURRENT = "(w.until IS NULL OR w.until >= date())"
PAIRS = f"""
MATCH (:Region {{code: 'PO-99-01'}})<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p:Person) WHERE {CURRENT}
WITH collect(DISTINCT p) AS people
MATCH (a:Person)-[c:CONTACT {{state: 'present'}}]->(b:Person)
WHERE c.visibility <> 'private' AND a IN people AND b IN people
WITH size(people) AS people, collect([a.id, b.id]) AS ties
RETURN people, ties
"""


def test_everybody_and_every_tie_is_drawn_once(demo_client_as, demo_graph: Graph):
    [record] = demo_graph.driver.execute_query(PAIRS).records
    drawn = demo_client_as(Role.SWV_MANAGER).get("/kaart/mensen.json").get_json()
    ids = [row[0] for row in drawn["people"]]
    assert len(ids) == record["people"]
    told = {(ego, alter) for ego, alter in record["ties"]}
    lines = [(ids[one], ids[other], mutual) for one, other, mutual in drawn["lines"]]
    assert len(lines) == len({frozenset(tie) for tie in told})
    assert all(bool(mutual) == ((one, other) in told and (other, one) in told) for one, other, mutual in lines)
    assert len({tuple(row[4:6]) for row in drawn["people"]}) == len(ids)


def draw(page: Page, path: str) -> None:
    """Go there and wait until the map is drawn."""
    page.goto(path)
    page.wait_for_selector("#map[data-ready]", state="attached")


def address(page: Page, path: str) -> str:
    return "/".join(page.url.split("/")[:3]) + path


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_map_to_search_open_and_leave_by_keyboard(page_as, viewport):
    page = page_as(Role.SWV_MANAGER, viewport)
    draw(page, address(page, "/kaart"))
    check_by_eye_and_axe(page, "kaart")
    page.get_by_label("Organisatie of persoon").fill("Noor de Wit")
    page.keyboard.press("Enter")
    said = page.locator("#map-said")
    said.filter(has_text="Noor de Wit, IB").wait_for()
    page.get_by_role("link", name="Toon De Vlinder").press("Enter")
    said.filter(has_text="De Vlinder: ").wait_for()
    assert page.evaluate("document.activeElement.id") == "map"
    check_by_eye_and_axe(page, "kaart-geopend")
    page.keyboard.press("Escape")
    assert said.inner_text() == ""


def test_without_webgl_the_table_is_left(browser, live_site, page_as):
    page = page_as(Role.SWV_MANAGER)
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(address(page, "/kaart"))
    page.get_by_text("Deze browser kan de kaart niet tekenen").wait_for()
    assert page.get_by_role("link", name="De Linde", exact=True).is_visible()
