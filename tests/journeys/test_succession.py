"""Somebody left last week without a successor; her colleague says who follows, and puts right what she changed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.accounts.links import make_login_link
from app.entry.leaving import store
from app.platform.graph import Graph
from tests.integration.entry.test_leaving import position_at
from tests.integration.entry.town import PAGE, email, scope_of, write_town
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe, serving


@pytest.fixture
def page_of(browser: Browser, graph: Graph, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open the entry of somebody in the town, in a browser of her own."""
    write_town(graph)
    contexts = []
    with serving(graph, tmp_path / "var") as site:

        def open_page(person: str, viewport: dict[str, int] = WIDE) -> Page:
            contexts.append(browser.new_context(viewport=viewport, locale="nl-NL"))
            page = contexts[-1].new_page()
            page.goto(make_login_link(graph, site.settings, email(person)))
            page.get_by_role("button", name="Ga naar binnen").click()
            page.goto(site.settings.public_url + PAGE)
            return page

        yield open_page
        for context in contexts:
            context.close()


def change_phone(page: Page, phone: str) -> None:
    page.get_by_role("link", name="Wijzig wijkteam Oost").click()
    page.get_by_label("Telefoon").fill(phone)
    page.get_by_role("button", name="Bewaar").click()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_a_colleague_names_the_successor_and_takes_it_back(
    page_of: Callable[..., Page], graph: Graph, viewport: dict[str, int]
):
    last_week = date.today() - timedelta(days=7)
    store.leave(graph, scope_of("ann"), position_at(graph, "ann", "team"), last_week, None, [])
    page = page_of("bob", viewport)
    check_by_eye_and_axe(page, "opvolger-gevraagd")
    page.get_by_role("link", name="Noem de opvolger").click()
    page.get_by_role("button", name="Draag over").click()
    expect(page.get_by_role("main")).to_contain_text("Kies een collega uit de lijst")
    check_by_eye_and_axe(page, "opvolger-noemen")
    page.get_by_label("E-mailadres van die collega").fill(email("bob"))
    page.get_by_role("button", name="Draag over").click()
    expect(page.get_by_role("main")).to_contain_text("U noemde een opvolger van Ann Aerts bij wijkteam Oost")
    check_by_eye_and_axe(page, "opvolger-genoemd")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("link", name="Noem de opvolger")).to_be_visible()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_what_was_changed_is_put_back_unless_a_colleague_was_there_since(
    page_of: Callable[..., Page], viewport: dict[str, int]
):
    bob, ann = page_of("bob"), page_of("ann", viewport)
    change_phone(bob, "14 0591")
    change_phone(ann, "0591-111111")
    check_by_eye_and_axe(ann, "gewijzigd-terugzetten")
    ann.get_by_role("button", name="Zet terug").click()
    expect(ann.get_by_role("status")).to_contain_text("Teruggedraaid")
    change_phone(ann, "0591-111111")
    change_phone(bob, "0591-222222")
    ann.get_by_role("button", name="Zet terug").click()
    expect(ann.get_by_role("main")).to_contain_text("Bob Bos wijzigde dit na u")
    check_by_eye_and_axe(ann, "terugzetten-beide-versies")
    ann.get_by_role("button", name="Zet terug wat er eerst stond").click()
    expect(ann.get_by_role("main")).to_contain_text("14 0591")
