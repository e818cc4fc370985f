"""The school leader's question, in a real browser: who can help, who can introduce her, and what to write."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from app.platform.graph import Graph
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe, follow_menu

WANTED = "Hanna Jacobs"


def ask(page: Page, theme: str = "Angst en somberheid", age: str = "9") -> None:
    """Fill in the question and send it."""
    page.goto(re.sub(r"(https?://[^/]+).*", r"\1/juiste-partner", page.url))
    page.get_by_label("Waarvoor zoekt u hulp?").select_option(theme)
    page.get_by_label("Leeftijd").fill(age)
    page.get_by_role("button", name="Zoek partners").click()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_finds_a_partner_and_who_can_introduce_her(
    page_as: Callable[..., Page], viewport: dict[str, int], written_demo: None
):
    page = page_as(Role.SCHOOLLEIDER, viewport)
    follow_menu(page, "Juiste partner")
    expect(page.get_by_label("In welke plaats?")).to_have_value("Dommelrijk")
    check_by_eye_and_axe(page, "juiste-partner")

    ask(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie kan helpen bij angst en somberheid?")
    lumina = page.get_by_role("article", name="Lumina Kind en Jeugd")
    expect(lumina).to_contain_text(re.compile(r"Biedt hulp bij angst en somberheid, wacht .+, in dezelfde plaats"))
    expect(lumina).to_contain_text(re.compile(r"Vraag .+ van De Zonnewijzer; die heeft .*contact met " + WANTED))
    expect(lumina.get_by_role("list", name="De weg naar Lumina Kind en Jeugd")).to_contain_text(WANTED)
    lumina.get_by_text("Bericht om mee te beginnen").click()
    expect(lumina.get_by_role("textbox")).to_have_value(re.compile(f"Kunt u mij in contact brengen met {WANTED}"))
    expect(lumina.get_by_role("link", name="Open in uw e-mail")).to_have_attribute("href", re.compile("^mailto:"))
    page.get_by_text("Waarom deze volgorde?").click()
    check_by_eye_and_axe(page, "zoekvraag")


def test_a_field_says_what_is_wrong(page_as: Callable[..., Page]):
    page = page_as(Role.SCHOOLLEIDER)
    page.goto(re.sub(r"(https?://[^/]+).*", r"\1/juiste-partner", page.url))
    page.locator("form[action='/juiste-partner']").evaluate("form => form.noValidate = true")
    page.get_by_role("button", name="Zoek partners").click()
    expect(page.get_by_label("Waarvoor zoekt u hulp?")).to_have_accessible_description("Kies een thema uit de lijst.")
    check_by_eye_and_axe(page, "juiste-partner-fout")


def test_without_a_way_she_puts_the_partner_down_as_wanted(
    page_as: Callable[..., Page], demo_graph: Graph, written_demo: None
):
    demo_graph.driver.execute_query(
        "MATCH (o:Organisation {name: 'Rivium'}) OPTIONAL MATCH (o)<-[:WORKS_AT]-(p:Person) "
        "WITH collect(p) + collect(DISTINCT o) AS ends UNWIND ends AS x MATCH (x)-[c:CONTACT]-() DELETE c"
    )
    page = page_as(Role.SCHOOLLEIDER, NARROW, java_script_enabled=False)
    ask(page)
    rivium = page.get_by_role("article", name="Rivium")
    expect(rivium).to_contain_text("Er is geen weg over mensen die u kunnen voorstellen. Het dichtst bij u staat")
    rivium.get_by_role("button", name="Zet bij gewenste contacten").click()
    expect(page.get_by_role("status")).to_contain_text("Rivium staat nu bij uw gewenste contacten.")
    expect(rivium).to_contain_text("Deze partner staat bij uw gewenste contacten.")
    rivium.get_by_role("button", name="Maak ongedaan").click()
    expect(rivium.get_by_role("button", name="Zet bij gewenste contacten")).to_be_visible()
