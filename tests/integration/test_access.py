"""Every route is called for real as every role, and as nobody; reading never writes, and no link leads nowhere."""

import html
import re
from functools import wraps

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from app.platform.access import Role
from tests.access_table import TABLE, Row
from tests.support.site import REGION, add_account, client_of

NOBODY = "nobody"
LINK = re.compile(r'(?:href|src)="(/[^"#]*)')
ADDRESSES_PER_ROUTE = 3
BY_LINK = {"accounts.link", "outbox.check_by_link", "outbox.leaving_by_link"}


def address(site: Flask, row: Row) -> str:
    with site.test_request_context():
        return site.url_for(row.endpoint, **row.arguments)


def count_visits(site: Flask, endpoint: str) -> list[str]:
    """Let the view note each time it is reached, and do all else as it did."""
    visits: list[str] = []
    view = site.view_functions[endpoint]

    @wraps(view)
    def counted(*args, **kwargs):
        visits.append(endpoint)
        return view(*args, **kwargs)

    site.view_functions[endpoint] = counted
    return visits


def test_every_route_stands_in_the_table_once(site):
    there = [
        (rule.endpoint, method)
        for rule in site.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    ]  # fmt: skip
    assert sorted((row.endpoint, row.method) for row in TABLE) == sorted(there)


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_who_may(site, graph, row):
    visits = count_visits(site, row.endpoint)
    for role in [*Role, NOBODY]:
        visits.clear()
        client = site.test_client() if role == NOBODY else client_of(site, add_account(graph, role))
        with client.open(address(site, row), method=row.method) as answer:
            if row.roles is None or role in row.roles:
                assert visits, f"{role} is kept out"
                assert answer.status_code < 500
            else:
                assert not visits, f"{role} is let in"
                assert answer.status_code == (302 if role == NOBODY else 404)
                assert role != NOBODY or answer.location.startswith("/inloggen")


def last_write(graph) -> frozenset[str]:
    """A mark of the last transaction that changed anything at all: what a bookmark of this moment stands for."""
    with graph.driver.session() as session:
        session.run("RETURN 1").consume()
        return session.last_bookmarks().raw_values


def test_the_proof_of_reading_sees_a_write(graph):
    before = last_write(graph)
    add_account(graph, Role.IB)
    assert last_write(graph) != before
    before = last_write(graph)
    graph.driver.execute_query("MATCH (n) RETURN n")
    assert last_write(graph) == before


@pytest.mark.parametrize("role", Role)
def test_reading_never_writes_and_no_link_leads_nowhere(demo_site, demo_graph, demo_client_as, role):
    client = demo_client_as(role)
    pages = [row for row in TABLE if row.method == "GET" and (row.roles is None or role in row.roles)]
    examples = {address(demo_site, row): row for row in pages}
    found = dict.fromkeys(examples, "the table")
    before = last_write(demo_graph)
    reached: dict[str, int] = {}
    for path in walk(found):
        endpoint = endpoint_of(demo_site, path)
        assert endpoint, f"{found[path]} leads to {path}, where nothing is"
        if reached.get(endpoint, 0) >= ADDRESSES_PER_ROUTE:
            continue
        with client.get(path) as answer:
            if answer.status_code == 404 and path in examples and examples[path].arguments:
                continue
            assert answer.status_code in {200, 302} or endpoint in BY_LINK, f"{found[path]} leads to {path}"
            reached[endpoint] = reached.get(endpoint, 0) + 1
            if answer.mimetype == "text/html":
                for link in LINK.findall(answer.text):
                    found.setdefault(html.unescape(link), path)
    assert last_write(demo_graph) == before
    assert reached.keys() >= {row.endpoint for row in pages if not row.arguments}


def walk(found: dict[str, str]):
    """The addresses, also those that are added while walking."""
    seen: set[str] = set()
    while left := [path for path in found if path not in seen]:
        for path in left:
            seen.add(path)
            yield path


def endpoint_of(site: Flask, path: str) -> str | None:
    try:
        return site.url_map.bind("").match(path.partition("?")[0], method="GET")[0]
    except RequestRedirect:
        return "redirect"
    except HTTPException:
        return None


def test_a_page_of_another_region_is_not_there(site, graph):
    other = "swv-PO-99-03"
    add_account(graph, Role.SWV_MANAGER, "PO-99-03")
    client = client_of(site, add_account(graph, Role.SWV_MANAGER, REGION))
    for path in (f"/organisaties/{other}", f"/kaart/{other}", f"/kaart/{other}.json"):
        assert client.get(path).status_code == 404
