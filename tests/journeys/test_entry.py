"""A partner keeps her own entry right, in a real browser: everything confirmed takes two clicks after login."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe

TITLE = "Klopt dit nog?"


def open_entry(page: Page) -> None:
    """The first click: the entry of the main menu; on a narrow screen the menu is unfolded first."""
    unfold = page.get_by_role("button", name="Menu")
    if unfold.is_visible():
        unfold.click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_two_clicks_after_login_confirm_everything(
    page_as: Callable[..., Page], viewport: dict[str, int], written_demo: None
):
    page = page_as(Role.PARTNER, viewport)
    open_entry(page)
    check_by_eye_and_axe(page, "klopt-dit-nog")
    page.get_by_role("button", name="Alles klopt").click()
    expect(page.get_by_role("main")).to_contain_text("Klaar. Alles is bevestigd")
    check_by_eye_and_axe(page, "klopt-dit-nog-klaar")


@pytest.mark.parametrize(
    ("viewport", "options"),
    [(WIDE, {}), (NARROW, {}), (WIDE, {"java_script_enabled": False})],
    ids=["1280", "390", "without-javascript"],
)
def test_she_puts_a_line_right(
    page_as: Callable[..., Page], viewport: dict[str, int], options: dict[str, bool], written_demo: None
):
    page = page_as(Role.PARTNER, viewport, **options)
    open_entry(page)
    page.get_by_role("link", name="Wijzig Uw gegevens").click()
    page.get_by_label("Telefoon").fill("bel maar")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("main")).to_contain_text("tien cijfers")
    if not options:
        check_by_eye_and_axe(page, "klopt-dit-nog-wijzig")
    page.get_by_label("Telefoon").fill("06-12 34 56 78")
    page.get_by_label("Wanneer en hoe te bereiken").fill("maandag en dinsdag, liefst bellen")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("main")).to_contain_text("06-12 34 56 78")
    page.get_by_role("button", name="Klopt Uw functie").first.click()
    expect(page.get_by_role("status")).to_contain_text("Bevestigd")
