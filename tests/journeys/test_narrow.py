"""On a telephone nothing that can be pressed lies outside the screen, on any page that a role can walk to."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from tests.support.browser import NARROW, check_by_eye_and_axe

# What can be pressed, is shown, and cannot be reached without sliding something sideways.
OUTSIDE = """() => [...document.querySelectorAll("main :is(a, button, input, select, summary)")].filter((part) => {
  const box = part.getBoundingClientRect(), head = part.closest("thead");
  const unseen = head && getComputedStyle(head).clipPath !== "none";
  return part.checkVisibility() && box.width > 1 && !unseen && (box.left < 0 || box.right > innerWidth + 1);
}).map((part) => part.outerHTML)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LINKS = """() => [...document.querySelectorAll("main a[href], nav a[href]")].map((link) => link.href)"""
NO_PAGE = re.compile(r"\.(csv|xlsx|json)$|^/uitloggen")
OWN_PART = re.compile(r"/[^/]*[0-9][^/]*")


def walk(page: Page) -> Iterator[str]:
    """Open one page of each kind that links lead to; those that differ in an id only are one kind."""
    root = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
    coming, seen = [page.url], set()
    while coming:
        address = coming.pop(0)
        kind = OWN_PART.sub("/:", urlsplit(address).path)
        if kind in seen or NO_PAGE.search(kind) or not address.startswith(root):
            continue
        seen.add(kind)
        page.goto(address)
        yield kind
        coming += page.evaluate(LINKS)


@pytest.mark.parametrize("role", list(Role))
def test_everything_that_can_be_pressed_is_in_view(page_as: Callable[..., Page], role: Role):
    page = page_as(role, NARROW)
    kinds = []
    for kind in walk(page):
        kinds.append(kind)
        assert page.evaluate(SIDEWAYS) <= 0, kind
        assert page.evaluate(OUTSIDE) == [], kind
    assert len(kinds) > 5, kinds


def test_whom_to_add_is_chosen_without_sliding(page_as: Callable[..., Page]):
    page = page_as(Role.IB, NARROW)
    page.goto(page.url.replace("/regio", "/mijn-contacten/zoeken?zoek=de"))
    found = page.get_by_role("table", name="Gevonden")
    expect(found.get_by_role("columnheader")).to_have_text(["Naam", "Waar", "Kies"])
    expect(found.get_by_role("row").nth(1).get_by_role("cell").first).to_contain_text("Basisschool")
    expect(found.get_by_role("rowheader").first).to_be_visible()
    assert page.evaluate(OUTSIDE) == []
    check_by_eye_and_axe(page, "contact-zoeken")


def test_the_links_in_a_head_show_themselves_to_the_keyboard(page_as: Callable[..., Page]):
    page = page_as(Role.SWV_MANAGER, NARROW)
    page.goto(page.url.replace("/regio", "/bruggenbouwers"))
    meaning = page.get_by_role("columnheader", name="Tussenpositie").get_by_role("link")
    meaning.focus()
    expect(meaning).to_be_in_viewport()
    assert meaning.bounding_box()["width"] > 1


def test_a_case_number_stays_in_one_piece(page_as: Callable[..., Page]):
    page = page_as(Role.PARTNER)
    page.goto(page.url.replace("/regio", "/aanvragen"))
    numbers = page.get_by_role("rowheader").get_by_role("link", name=re.compile("Z01-"))
    assert numbers.count() > 5
    assert numbers.evaluate_all("(links) => links.filter((link) => link.getClientRects().length > 1).length") == 0
