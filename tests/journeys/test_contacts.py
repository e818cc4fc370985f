"""An IB'er keeps her own contacts, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from tests.support.browser import NARROW, WIDE, LiveSite, check_by_eye_and_axe, follow_menu

WHO = """
MATCH (a:Account {role: 'ib', region: 'PO-99-01'})-[:OF]->(me:Person)
MATCH (me)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(r:Region {code: a.region})
WITH me, r LIMIT 1
"""
UNTOLD = f"""{WHO}
MATCH (r)<-[:IN_REGION]-(o:Organisation {{kind: 'jgz'}})<-[w:WORKS_AT]-(p:Person)
WHERE w.until IS NULL AND NOT EXISTS {{ (me)-[:CONTACT]-(p) }}
RETURN p.name AS name, p.id AS id, me.id AS me ORDER BY p.name LIMIT 1
"""
TELL = """
MATCH (ego:Person {id: $id})
MATCH (me:Person {id: $me})
CREATE (ego)-[:CONTACT {state: 'present', visibility: 'shared', kinds: [], at: date()}]->(me)
"""


def add_and_remove(page: Page, name: str, look: Callable[[str], None]) -> None:
    """Add a wanted contact, change it, take it away and put it back."""
    page.get_by_role("link", name="Voeg een contact toe").click()
    page.get_by_role("searchbox", name="Naam").fill(name)
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("table").get_by_role("row", name=name)).to_be_visible()
    look("contact-zoeken")
    page.get_by_role("link", name=f"Kies {name}").click()
    page.get_by_label("Gewenst").check()
    page.get_by_label("Notitie").fill("Haar nummer is 111222333")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("main")).to_contain_text("burgerservicenummer")
    look("contact-fout")
    page.get_by_label("Notitie").fill("Bellen na de vakantie.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text(name)
    expect(page.get_by_role("table", name="Gewenst")).to_contain_text("Bellen na de vakantie.")
    page.get_by_role("button", name=f"Haal weg {name}").click()
    look("contacten-weggehaald")
    page.get_by_role("button", name=f"Zet terug {name}").click()
    expect(page.get_by_role("table", name="Gewenst")).to_contain_text(name)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_keeps_her_contacts_right(
    page_as: Callable[..., Page], viewport: dict[str, int], live_site: LiveSite, written_demo: None
):
    [untold] = live_site.graph.driver.execute_query(UNTOLD).records
    page = page_as(Role.IB, viewport)
    follow_menu(page, "Mijn contacten")
    check_by_eye_and_axe(page, "contacten")
    add_and_remove(page, untold["name"], lambda name: check_by_eye_and_axe(page, name))

    page.get_by_role("table", name="Aanwezig").get_by_role("rowheader").first.get_by_role("link").click()
    check_by_eye_and_axe(page, "contact")
    again = page.context.new_page()
    again.goto(page.url)
    again.get_by_label("Notitie").fill("Uit een ander venster")
    again.get_by_role("button", name="Bewaar").click()
    page.get_by_label("Notitie").fill("Uit dit venster")
    with page.expect_response(lambda answer: answer.status == 409):
        page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("alert")).to_contain_text("Uit een ander venster")
    expect(page.get_by_label("Notitie")).to_have_value("Uit dit venster")
    check_by_eye_and_axe(page, "contact-twee-vensters")
    page.get_by_role("button", name="Bewaar wat ik invulde").click()
    expect(page.get_by_role("main")).to_contain_text("Uit dit venster")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_answers_to_what_others_tell_and_finds_whom_she_does_not_know(
    page_as: Callable[..., Page], viewport: dict[str, int], live_site: LiveSite, written_demo: None
):
    [untold] = live_site.graph.driver.execute_query(UNTOLD).records
    live_site.graph.driver.execute_query(TELL, id=untold["id"], me=untold["me"])
    page = page_as(Role.IB, viewport)
    follow_menu(page, "Mijn contacten")
    page.get_by_role("link", name="Anderen noemen u").click()
    check_by_eye_and_axe(page, "anderen-noemen-u")
    page.get_by_role("button", name=f"Klopt niet {untold['name']}").click()
    check_by_eye_and_axe(page, "anderen-noemen-u-niet")
    page.get_by_role("button", name=f"Neem terug {untold['name']}").click()
    page.get_by_role("button", name=f"Klopt {untold['name']}", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("staat nu ook in uw contacten")

    follow_menu(page, "Mijn contacten")
    page.get_by_role("link", name="Wie werkt rond dezelfde scholen?").click()
    check_by_eye_and_axe(page, "zelfde-scholen")
    page.get_by_role("button", name="Zet op gewenst").first.click()
    expect(page.get_by_role("status")).to_contain_text("gewenste contacten")
    follow_menu(page, "Mijn contacten")
    page.get_by_role("link", name="Aan wie is dit verteld?").click()
    check_by_eye_and_axe(page, "verteld")


def test_it_works_without_javascript(page_as: Callable[..., Page], live_site: LiveSite, written_demo: None):
    [untold] = live_site.graph.driver.execute_query(UNTOLD).records
    page = page_as(Role.IB, java_script_enabled=False)
    follow_menu(page, "Mijn contacten")
    add_and_remove(page, untold["name"], lambda _: None)
