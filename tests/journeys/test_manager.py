"""The SWV manager's morning, in a real browser: her link, the region, the three questions, the map, a file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from tests.support.browser import NARROW, WIDE, LiveSite, check_by_eye_and_axe, follow_menu

PEOPLE = "email;naam;organisatie;functie\n{email};Wil de Groot;{organisation};leerkracht\n"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_finds_what_asks_for_attention_and_why(page_as: Callable[..., Page], viewport: dict[str, int]):
    page = page_as(Role.SWV_MANAGER, viewport)
    expect(page.get_by_role("heading", level=1)).to_have_text("Regio Dommelrijk")
    expect(page.locator("article.finding")).to_have_count(3)
    expect(page.locator("article.finding").first).to_contain_text("Noor de Wit")
    check_by_eye_and_axe(page, "regio")

    page.get_by_role("link", name="Waarom staat dit hier?").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Noor de Wit")
    expect(page.get_by_role("table").first).to_contain_text("De Linde")
    check_by_eye_and_axe(page, "bruggenbouwer")

    for question, subject in (
        ("Bruggenbouwers", "Noor de Wit"),
        ("Ontbrekende schakels", "GGD-team Oost"),
        ("Trage routes", "Rivium"),
    ):
        follow_menu(page, question)
        check_by_eye_and_axe(page, question.lower())
        page.get_by_role("link", name=re.compile(subject)).or_(page.locator("tbody a")).first.click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text(question)
        expect(page.get_by_role("main")).to_contain_text(subject)
        check_by_eye_and_axe(page, f"{question.lower()}-waarom")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_sees_the_region_drawn_and_as_a_table(page_as: Callable[..., Page], viewport: dict[str, int]):
    page = page_as(Role.SWV_MANAGER, viewport)
    follow_menu(page, "Kaart")
    page.locator("[data-ready]").wait_for()
    check_by_eye_and_axe(page, "kaart")
    page.get_by_role("link", name="Toon iedereen").click()
    page.locator("[data-ready]").wait_for()
    page.get_by_label("Organisatie of persoon").fill("Noor de Wit")
    page.get_by_role("button", name="Zoek").click()
    page.locator("[data-ready]").wait_for()
    check_by_eye_and_axe(page, "kaart-iedereen")
    follow_menu(page, "Kaart")
    page.get_by_role("table").get_by_role("rowheader", name="De Linde").get_by_role("link").click()
    expect(page.get_by_role("table").first).to_contain_text("Noor de Wit")


def test_she_puts_a_file_right_and_reads_it_in(page_as: Callable[..., Page], tmp_path: Path, written_demo: None):
    page = page_as(Role.SWV_MANAGER)
    file = tmp_path / "personen.csv"

    file.write_text(PEOPLE.format(email="wil.degroot.example", organisation="De Lindde"))
    choose(page, file)
    problems = page.get_by_role("table", name="Wat er niet klopt")
    expect(problems.get_by_role("row").nth(1)).to_contain_text("wil.degroot.example")
    expect(problems.get_by_role("row").nth(2)).to_contain_text("De Linde")
    check_by_eye_and_axe(page, "inlezen-fout")

    file.write_text(PEOPLE.format(email="wil.degroot@delinde.dommelrijk.example", organisation="De Linde"))
    choose(page, file)
    check_by_eye_and_axe(page, "inlezen-goed")
    page.get_by_role("button", name="Lees in").click()
    expect(page.get_by_role("status")).to_contain_text("1 nieuw")

    follow_menu(page, "Sociale kaart")
    page.get_by_role("link", name="De Linde", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Wil de Groot")


def choose(page: Page, file: Path) -> None:
    """Bring a file with people to *Inlezen*."""
    follow_menu(page, "Inlezen")
    page.get_by_label("Personen en hun functies").check()
    page.get_by_label("Bestand (CSV of XLSX)").set_input_files(file)
    page.get_by_role("button", name="Bekijk wat er verandert").click()


def test_everything_but_the_drawing_works_without_javascript(page_as: Callable[..., Page]):
    page = page_as(Role.SWV_MANAGER, java_script_enabled=False)
    expect(page.locator("article.finding")).to_have_count(3)
    for name in ("Bruggenbouwers", "Ontbrekende schakels", "Trage routes", "Kaart", "Inlezen"):
        page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.goto(page.url.replace("/inlezen", "/bruggenbouwers"))
    page.locator("select[name=gemeente]").select_option("Veldhoek")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_role("table").first).to_contain_text("Noor de Wit")


def test_a_link_works_once(page_as: Callable[..., Page], live_site: LiveSite):
    link = live_site.link_for(Role.SWV_MANAGER)
    page = page_as(Role.IB)
    page.goto(link)
    page.get_by_role("button", name="Ga naar binnen").click()
    expect(page.get_by_role("banner")).to_contain_text("SWV-manager")
    assert page.request.get(link).status == 410


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_front_page(page_as: Callable[..., Page], role: Role):
    page = page_as(role, NARROW)
    expect(page.get_by_role("heading", level=1)).to_have_text("Regio Dommelrijk")
    check_by_eye_and_axe(page, f"begin-{role}")


def test_by_keyboard_alone(page_as: Callable[..., Page]):
    page = page_as(Role.SWV_MANAGER)
    expect(page.get_by_role("heading", level=1)).to_have_text("Regio Dommelrijk")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Waarom staat dit hier?").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Noor de Wit")
