"""Who reads English meets no Dutch but names and what people wrote: every page, as who sees most of them."""

import html
import re
from collections.abc import Iterator

import html5lib
import pytest
from babel.messages.pofile import read_po

from app.config import ROOT
from app.platform.access import Role
from app.platform.kinds import KINDS
from app.platform.names import KIND_NAMES, NORM_NAMES, THEME_NAMES
from tests.access_table import TABLE
from tests.support.site import PageClient

LINK = re.compile(r'href="(/[^"#]*)')
ADDRESSES_PER_ROUTE = 3
# The titles of an empty file's columns are what the importer reads, and that is Dutch.
NOT_FOR_READING = {"static", "exchange.empty_file"}
UNREAD = {"script", "style", "code", "textarea"}


@pytest.fixture(scope="module")
def dutch() -> set[str]:
    """The Dutch sentences and words that are something else in English."""
    with (ROOT / "app/translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = read_po(file, locale="en")
    pairs = [(message.id, message.string) for message in catalogue if isinstance(message.id, str)]
    return {dutch for dutch, english in pairs if dutch and dutch.casefold() != english.casefold()}


@pytest.fixture(scope="module")
def themes(dutch) -> re.Pattern[str]:
    """Any theme by its Dutch name."""
    names = [re.escape(str(name)) for name in THEME_NAMES.values() if str(name) in dutch]
    assert len(names) == len(THEME_NAMES)
    return re.compile(rf"\b({'|'.join(names)})\b", re.IGNORECASE)


def reads_english(client: PageClient) -> PageClient:
    with client.session_transaction() as session:
        session["language"] = "en"
    return client


def pages(site, client: PageClient, role: Role) -> Iterator[tuple[str, str]]:
    """The addresses and the answers that this reader can get at, a few of each route."""
    with site.test_request_context():
        rows = [row for row in TABLE if row.method == "GET" and row.roles and role in row.roles and not row.arguments]
        found = dict.fromkeys(site.url_for(row.endpoint) for row in rows)
    router, reached, seen = site.url_map.bind(""), {}, set()
    while left := [path for path in found if path not in seen]:
        for path in left:
            seen.add(path)
            endpoint, arguments = router.match(path.partition("?")[0], method="GET")
            route = endpoint, arguments.get("rule")
            reached[route] = reached.get(route, 0) + 1
            if endpoint in NOT_FOR_READING or reached[route] > ADDRESSES_PER_ROUTE:
                continue
            with client.get(path) as answer:
                assert answer.status_code in {200, 302}, path
                if answer.mimetype in {"text/html", "text/csv"}:
                    yield path, answer.get_data(as_text=True)
                if answer.mimetype == "text/html":
                    found |= dict.fromkeys(html.unescape(link) for link in LINK.findall(answer.text))


def words(path: str, text: str) -> list[str]:
    """What is read on a page, text by text; of a table to take along, cell by cell."""
    if not text.startswith("<!doctype html>"):
        return [cell for line in text.splitlines() for cell in line.split(";")]
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    assert tree.get("lang") == "en", path
    told = [element.get(name) for element in tree.iter() for name in ("aria-label", "title", "placeholder", "alt")]
    for element in tree.iter():
        told += [] if element.tag in UNREAD else [element.text]
        told.append(element.tail)
    return [" ".join(part.split()) for part in told if part and part.strip()]


def names_in(graph) -> set[str]:
    """What people typed: it is in no language."""
    query = "MATCH (o:Organisation) RETURN o.name AS text UNION MATCH (:Person)-[w:WORKS_AT]->() RETURN w.role AS text"
    return {record["text"] for record in graph.driver.execute_query(query).records}


@pytest.mark.parametrize("role", [Role.SWV_MANAGER, Role.SCHOOLLEIDER, Role.PARTNER, Role.BEHEERDER])
def test_no_page_speaks_dutch_to_who_reads_english(demo_site, demo_graph, demo_client_as, dutch, themes, role):
    typed = names_in(demo_graph)
    visited = 0
    for path, text in pages(demo_site, reads_english(demo_client_as(role)), role):
        visited += 1
        for said in words(path, text):
            assert said in typed or said not in dutch, path
            assert said in typed or not themes.search(said), path
    assert visited > 10


def test_a_theme_has_the_same_code_and_dutch_name_in_the_database(graph):
    stored = graph.driver.execute_query("MATCH (t:Theme) RETURN t.code AS code, t.name AS name").records
    assert {row["code"]: row["name"] for row in stored} == {code: str(name) for code, name in THEME_NAMES.items()}


def test_a_norm_has_a_name(graph):
    stored = graph.driver.execute_query("MATCH (n:Norm) RETURN collect(n.code) AS codes").records
    assert set(stored[0]["codes"]) == set(NORM_NAMES)


def test_a_kind_has_a_name():
    assert set(KIND_NAMES) == set(KINDS)
