"""The map with everybody on it: from navigation to drawn, in headless Chromium, beside the same page undrawn."""

from pathlib import Path

from app.platform.access import Role
from app.platform.graph import Graph
from bench.measure import median
from tests.support.browser import WIDE, chromium, serving

BUDGET_S = 1.5


def run(graph: Graph, var: Path) -> list[tuple[str, float]]:
    """Medians in seconds, the answers already kept; the budget of the drawn ones is `BUDGET_S`."""
    with serving(graph, var) as site, chromium() as browser:
        page = browser.new_context(viewport=WIDE, locale="nl-NL").new_page()
        page.goto(site.link_for(Role.SWV_MANAGER))
        page.get_by_role("button", name="Ga naar binnen").click()
        start = site.settings.public_url

        def drawn(path: str) -> None:
            page.goto(start + path)
            page.locator("#map[data-ready]").wait_for()

        return [
            ("organisations drawn", median(lambda: drawn("/kaart"))),
            ("everybody drawn", median(lambda: drawn("/kaart?toon=iedereen"))),
            ("the page alone", median(lambda: page.goto(f"{start}/kaart?toon=iedereen", wait_until="commit"))),
        ]
