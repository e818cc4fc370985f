"""A partner's questions to the sociale kaart, in a real browser: who was that, and who was there before her."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from app.platform.graph import Graph
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe


def open_directory(page: Page) -> None:
    page.goto("/".join(page.url.split("/")[:3]) + "/organisaties")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sociale kaart")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_finds_a_person_while_typing_with_an_error_in_it(page_as: Callable[..., Page], viewport: dict[str, int]):
    page = page_as(Role.PARTNER, viewport)
    open_directory(page)
    check_by_eye_and_axe(page, "sociale-kaart")
    page.get_by_role("searchbox").press_sequentially("noor de wti")
    expect(page.get_by_role("listitem").filter(has_text="Noor de Wit").first).to_contain_text("naam lijkt op")
    expect(page.get_by_role("status")).to_contain_text("resulta")
    expect(page).to_have_url(re.compile("zoek=noor"))
    expect(page.get_by_role("searchbox")).to_be_focused()
    check_by_eye_and_axe(page, "sociale-kaart-gevonden")

    page.get_by_role("searchbox").fill("thuiszitters")
    page.get_by_label("Soort organisatie").select_option("jeugdhulp")
    expect(page.get_by_role("listitem").filter(has_text="Gevonden op: thema Thuiszitten").first).to_be_visible()
    check_by_eye_and_axe(page, "sociale-kaart-thema")

    page.get_by_role("searchbox").fill("zzzz")
    expect(page.get_by_text("Niets gevonden met dit filter")).to_be_visible()
    check_by_eye_and_axe(page, "sociale-kaart-niets")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_reads_an_entry_and_who_was_there_before(page_as: Callable[..., Page], viewport: dict[str, int]):
    page = page_as(Role.SCHOOLLEIDER, viewport)
    open_directory(page)
    page.get_by_role("searchbox").fill("noor de wit")
    page.get_by_role("link", name="Noor de Wit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Noor de Wit")
    check_by_eye_and_axe(page, "noor")
    page.get_by_role("main").get_by_role("listitem").get_by_role("link", name="De Linde").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De Linde")
    check_by_eye_and_axe(page, "de-linde")


def test_everything_works_without_javascript(page_as: Callable[..., Page]):
    page = page_as(Role.IB, java_script_enabled=False)
    open_directory(page)
    page.get_by_role("link", name="Volgende bladzijde").click()
    page.get_by_role("link", name="Naar het begin").click()
    page.get_by_role("searchbox").fill("noor de wti")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name="Noor de Wit").first.click()
    expect(page.get_by_role("heading", name="Werkt nu bij")).to_be_visible()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_who_keeps_the_region_merges_a_double_and_takes_that_back(
    page_as: Callable[..., Page], written_demo: None, demo_graph: Graph, viewport: dict[str, int]
):
    demo_graph.driver.execute_query(
        "MATCH (o:Organisation {name: 'De Linde'}) MERGE (p:Person {id: 'double'}) "
        "SET p.name = 'Noor de Witt', p.email = 'noor@witt.example', p.phone = '06 1' "
        "MERGE (p)-[:WORKS_AT {role: 'leerkracht'}]->(o)"
    )
    page = page_as(Role.SWV_MEDEWERKER, viewport)
    open_directory(page)
    page.get_by_role("link", name="Dubbelen samenvoegen").click()
    check_by_eye_and_axe(page, "dubbelen")
    page.get_by_role("row").filter(has_text="Noor de Witt").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Noor de Wit en Noor de Witt samenvoegen?")
    check_by_eye_and_axe(page, "samenvoegen")
    page.get_by_role("button", name="Voeg samen").click()
    expect(page.get_by_role("status").first).to_contain_text("Samengevoegd")
    check_by_eye_and_axe(page, "dubbelen-samengevoegd")
    page.get_by_role("button", name="Draai terug Noor de Witt").click()
    expect(page.get_by_role("status").first).to_contain_text("Teruggedraaid")
    expect(page.get_by_role("row").filter(has_text="Noor de Witt").get_by_role("link")).to_be_visible()

    page.get_by_role("row").filter(has_text="Noor de Witt").get_by_role("button", name="Geen dubbele").click()
    expect(page.get_by_role("status").first).to_contain_text("dit zijn geen dubbelen")
    check_by_eye_and_axe(page, "geen-dubbelen")
    page.get_by_role("row").filter(has_text="Noor de Witt").get_by_role("button", name="Neem terug").click()
    expect(page.get_by_role("row").filter(has_text="Noor de Witt").get_by_role("link")).to_be_visible()
