"""Somebody who reads English chooses her language once, and reads on in it, on a telephone too."""

import pytest

from app.platform.access import Role
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe

PAGES = {
    "/regio": "Regio Dommelrijk",
    "/bruggenbouwers": "Bridge builders",
    "/ontbrekende-schakels": "Missing links",
    "/trage-routes": "Slow routes",
    "/organisaties?zoek=angst": "Directory",
    "/juiste-partner": "Right partner",
    "/aanvragen": "My referrals",
    "/uitleg": "What the numbers mean",
}


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_manager_reads_english(page_as, viewport):
    page = page_as(Role.SWV_MANAGER, viewport)
    page.get_by_role("button", name="English").click()
    site = page.url.removesuffix("/regio")
    for path, title in PAGES.items():
        page.goto(f"{site}{path}")
        assert page.get_by_role("heading", level=1).inner_text() == title
        check_by_eye_and_axe(page, f"english {title}")
    page.goto(f"{site}/bruggenbouwers")
    # On a narrow screen the heads of a table show when the keyboard comes to them.
    page.get_by_role("link", name="In-between position").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/uitleg#tussenpositie")
    assert page.locator("#tussenpositie").inner_text() == "In-between position"
