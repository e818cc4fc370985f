"""A real browser on the real site: headless Chromium, and the application served on loopback."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from app.accounts.links import make_login_link
from app.config import Settings
from app.platform.access import Role
from app.platform.graph import Graph
from tests.support.site import DEMO_REGION

SCREENSHOTS = Path(__file__).resolve().parents[2] / "screenshots"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--enable-unsafe-swiftshader"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The first Chromium that is there: the system's, else Playwright's own."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each page has a profile of its own."""
    with chromium() as started:
        yield started


class LiveSite:
    """The site as a browser reaches it, with a door to its database for making login links."""

    def __init__(self, graph: Graph, settings: Settings) -> None:
        self.graph, self.settings = graph, settings

    def link_for(self, role: Role) -> str:
        """A one-time login link of the fictitious region's person of this role."""
        query = "MATCH (a:Account {role: $role, region: $region}) RETURN a.email AS email"
        [record] = self.graph.driver.execute_query(query, role=str(role), region=DEMO_REGION).records
        return make_login_link(self.graph, self.settings, record["email"])


def free_port() -> int:
    """A port on loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(graph: Graph, var: Path) -> Iterator[LiveSite]:
    """The whole application, forms with their secret included, over HTTP on loopback."""
    settings = Settings(var=var, port=free_port())
    server = make_server(settings.host, settings.port, create_app(settings, graph), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield LiveSite(graph, settings)
    server.shutdown()
    server.server_close()


@pytest.fixture
def live_site(demo_graph: Graph, tmp_path: Path) -> Iterator[LiveSite]:
    """The site on the fictitious region."""
    with serving(demo_graph, tmp_path / "var") as site:
        yield site


@pytest.fixture
def page_as(browser: Browser, live_site: LiveSite) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser of its own, logged in by a link; whatever the console complains of fails the test."""
    contexts, complaints = [], []

    def open_page(role: Role, viewport: dict[str, int] = WIDE, **options) -> Page:
        context = browser.new_context(viewport=viewport, locale="nl-NL", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_site.link_for(role))
        page.get_by_role("button", name="Ga naar binnen").click()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def follow_menu(page: Page, entry: str, heading: str | None = None) -> None:
    """Follow an entry of the main menu; on a narrow screen the menu is unfolded first.

    Args:
        page: Where the reader is.
        entry: What the entry is called.
        heading: What the page behind it is called, when that is something else.
    """
    if page.viewport_size == NARROW:
        page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=entry, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading or entry)


def is_complaint(message: ConsoleMessage) -> bool:
    """Whether the console tells of an error; a form that comes back to be put right (409, 422) is none."""
    put_right = re.match(r"Failed to load resource: .* status of (409|422) ", message.text)
    return message.type == "error" and not put_right


def check_by_eye_and_axe(page: Page, name: str) -> None:
    """Keep a screenshot, and fail on anything axe finds or on a page that scrolls sideways."""
    SCREENSHOTS.mkdir(exist_ok=True)
    width = page.viewport_size["width"]
    page.screenshot(path=SCREENSHOTS / f"{re.sub('[^a-z0-9]+', '-', name)}-{width}.png", full_page=True)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{name} scrolls sideways by {overflow} px at {width} px"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
