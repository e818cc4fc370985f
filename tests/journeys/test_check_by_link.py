"""Once a year somebody follows a link from her mail and says what is right, without an account."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from app.outbox.asking import ask_overdue
from app.outbox.checks import list_overdue_people
from app.outbox.worker import clock
from app.platform.access import region_scope
from tests.support.browser import NARROW, WIDE, LiveSite, check_by_eye_and_axe
from tests.support.site import DEMO_REGION

LINK = re.compile(r"http://\S+/klopt-dit-nog/\S+")
NEWEST = "MATCH (m:Mail) RETURN m.text AS text ORDER BY m.queued_at DESC LIMIT 1"


@pytest.fixture
def link(live_site: LiveSite, written_demo: None) -> str:
    """The link in the mail that the next overdue person of the fictitious region got."""
    scope, now = region_scope(DEMO_REGION), clock()
    people = list_overdue_people(live_site.graph, scope, now)[:1]
    assert ask_overdue(live_site.graph, live_site.settings, scope, "Regio Dommelrijk", people, now) == 1
    [record] = live_site.graph.driver.execute_query(NEWEST).records
    return LINK.search(record["text"])[0]


@pytest.fixture
def open_link(browser: Browser) -> Callable[..., Page]:
    """Open a link as a stranger to the site."""
    contexts = []

    def open_page(link: str, viewport: dict[str, int] = WIDE, **options) -> Page:
        contexts.append(browser.new_context(viewport=viewport, locale="nl-NL", **options))
        page = contexts[-1].new_page()
        page.goto(link)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_everything_is_right_in_one_click(open_link: Callable[..., Page], link: str, viewport: dict[str, int]):
    page = open_link(link, viewport)
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt dit nog?")
    check_by_eye_and_axe(page, "jaarlijkse-controle")
    page.get_by_role("button", name="Alles klopt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dank u wel")
    check_by_eye_and_axe(page, "jaarlijkse-controle-klaar")
    assert page.request.get(link).status == 410


def test_who_left_says_so_after_a_question(open_link: Callable[..., Page], link: str):
    page = open_link(link, java_script_enabled=False)
    page.get_by_role("link", name="Ik werk hier niet meer").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Werkt u niet meer bij")
    page.get_by_role("button", name="Ja, ik werk hier niet meer").click()
    expect(page.get_by_role("main")).to_contain_text("laatste dag")


def test_a_remark_reaches_the_region(open_link: Callable[..., Page], live_site: LiveSite, link: str):
    page = open_link(link)
    remark = page.get_by_label("Wat klopt er niet?")
    expect(remark).to_have_css("border-top-width", "1px")
    page.get_by_role("button", name="Geef door").click()
    expect(remark).to_have_css("border-top-width", "2px")
    remark.fill("Ik heb een ander nummer.")
    page.get_by_role("button", name="Geef door").click()
    expect(page.get_by_role("main")).to_contain_text("krijgt dit te lezen")
    check_by_eye_and_axe(page, "jaarlijkse-controle-opmerking")
    [task] = live_site.graph.driver.execute_query(
        "MATCH (t:Task {kind: 'entry_wrong'}) RETURN t.subject AS said"
    ).records
    assert task["said"] == "Ik heb een ander nummer."
