"""The pages find what was planted in the fictitious region: by name, in the first three rows."""

import tomllib
from collections.abc import Callable

import html5lib
import pytest

from app.config import ROOT
from app.platform.access import Role

PLANTED = tomllib.loads((ROOT / "seed" / "planted.toml").read_text(encoding="utf-8"))
SECTIONS = {
    "broker": "brokers",
    "slow_route": "routes",
    "loop": "loops",
    "norm": "norm",
    "same_cases": "same-cases",
    "one_sided": "one-sided",
    "wanted": "wanted",
    "near_miss": "near-miss",
}


def first_rows(text: str, section: str) -> list[str]:
    """The texts of the first three body rows of the table inside the element with this id."""
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    [place] = [element for element in tree.iter() if element.get("id") == section]
    rows = place.findall(".//tbody/tr")[:3]
    return [" ".join(" ".join(row.itertext()).split()) for row in rows]


@pytest.mark.parametrize("key", PLANTED)
def test_the_page_finds_it_in_its_first_three_rows(key: str, demo_client_as: Callable):
    planted = PLANTED[key]
    page = demo_client_as(Role.SWV_MANAGER).get(f"/{planted['page']}").get_data(as_text=True)
    rows = first_rows(page, SECTIONS[planted["rule"]])
    assert any(all(name in row for name in planted["names"]) for row in rows), rows
