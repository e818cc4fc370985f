"""A partner keeps her own entry right, in a real browser: everything confirmed takes two clicks after login."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe, follow_menu

TITLE = "Klopt dit nog?"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_two_clicks_after_login_confirm_everything(
    page_as: Callable[..., Page], viewport: dict[str, int], written_demo: None
):
    page = page_as(Role.PARTNER, viewport)
    follow_menu(page, TITLE)
    check_by_eye_and_axe(page, "klopt-dit-nog")
    page.get_by_role("button", name="Alles klopt").click()
    expect(page.get_by_role("main")).to_contain_text("Klaar. Alles is bevestigd")
    check_by_eye_and_axe(page, "klopt-dit-nog-klaar")


def put_a_line_right(page: Page) -> None:
    """Change how she is reached, and confirm her position."""
    page.get_by_role("link", name="Wijzig Uw gegevens").click()
    page.get_by_label("Telefoon").fill("06-12 34 56 78")
    page.get_by_label("Wanneer en hoe te bereiken").fill("maandag en dinsdag, liefst bellen")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("main")).to_contain_text("06-12 34 56 78 · maandag en dinsdag")
    page.get_by_role("button", name="Klopt Uw functie").first.click()
    expect(page.get_by_role("status")).to_contain_text("Bevestigd")


def say_how_soon(page: Page) -> None:
    """Put waiting time and places in one field, see how it was understood, and take it back."""
    page.get_by_role("link", name="Wijzig Gedrag").click()
    page.get_by_label("Wachttijd en plekken").fill("2 weken, 3 plekken")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("Zo begrepen: 14 dagen wachten, 3 plekken vrij.")


def test_it_works_without_javascript(page_as: Callable[..., Page], written_demo: None):
    page = page_as(Role.PARTNER, java_script_enabled=False)
    follow_menu(page, TITLE)
    put_a_line_right(page)
    say_how_soon(page)


def only_what_belongs_to_the_answer_is_asked(page: Page) -> None:
    """Each answer to who follows has its own fields; nobody yet has none."""
    colleague = page.get_by_label("E-mailadres van die collega")
    name = page.get_by_label("Naam van de nieuwe collega")
    for answer, shown in (("Een collega", colleague), ("Iemand die nieuw is", name), ("Nog niemand", None)):
        page.get_by_label(answer).check()
        assert [part.is_visible() for part in (colleague, name)] == [shown is colleague, shown is name]


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_she_puts_lines_right_leaves_and_comes_back(
    page_as: Callable[..., Page], viewport: dict[str, int], written_demo: None
):
    page = page_as(Role.PARTNER, viewport)
    follow_menu(page, TITLE)
    put_a_line_right(page)
    page.get_by_role("link", name="Wijzig Gedrag").click()
    check_by_eye_and_axe(page, "klopt-dit-nog-wijzig")
    page.go_back()
    say_how_soon(page)
    check_by_eye_and_axe(page, "klopt-dit-nog-gewijzigd")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("status")).to_contain_text("Teruggedraaid")

    page.get_by_role("link", name="Ik ben weg").click()
    only_what_belongs_to_the_answer_is_asked(page)
    page.get_by_label("Uw laatste dag").fill(f"{date.today():%Y-%m-%d}")
    page.get_by_label("Iemand die nieuw is").check()
    page.get_by_label("Naam van de nieuwe collega").fill("Nel Nieuw")
    page.get_by_label("E-mailadres van de nieuwe collega").fill("nel@dommelrijk.example")
    check_by_eye_and_axe(page, "ik-ben-weg")
    page.get_by_role("button", name="Bekijk wat u overdraagt").click()
    expect(page.get_by_role("main")).to_contain_text("Nel Nieuw volgt u op")
    check_by_eye_and_axe(page, "wat-u-overdraagt")
    page.get_by_role("button", name="Draag over en vertrek").click()
    expect(page.get_by_role("main")).to_contain_text("laatste dag")
    check_by_eye_and_axe(page, "klopt-dit-nog-vertrokken")
    page.get_by_role("button", name="Maak ongedaan").first.click()
    expect(page.get_by_role("status")).to_contain_text("U werkt er weer")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_two_windows_on_one_line_lose_nothing(
    page_as: Callable[..., Page], viewport: dict[str, int], written_demo: None
):
    page = page_as(Role.PARTNER, viewport)
    follow_menu(page, TITLE)
    page.get_by_role("link", name="Wijzig Uw gegevens").click()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Wanneer en hoe te bereiken").fill("alleen op vrijdag")
    other.get_by_role("button", name="Bewaar").click()
    expect(other.get_by_role("main")).to_contain_text("alleen op vrijdag")

    page.get_by_label("Telefoon").fill("bel maar")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".error-text")).to_contain_text("tien cijfers")
    check_by_eye_and_axe(page, "klopt-dit-nog-fout")
    page.get_by_label("Telefoon").fill("06-12 34 56 78")
    page.get_by_role("button", name="Bewaar").click()
    both = page.get_by_role("region", name="wijzigde dit terwijl u bezig was")
    expect(both).to_contain_text("alleen op vrijdag")
    expect(both).to_contain_text("06-12 34 56 78")
    check_by_eye_and_axe(page, "klopt-dit-nog-beide-versies")
    page.get_by_role("button", name="Bewaar wat ik invulde").click()
    expect(page.get_by_role("main")).to_contain_text("06-12 34 56 78")
