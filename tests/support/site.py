"""The application on the session's database, and a client per role that checks every page it fetches."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from uuid6 import uuid7
from werkzeug.test import TestResponse

from app import create_app
from app.config import Settings
from app.platform.access import Role, region_scope
from app.platform.graph import Graph

REGION = "PO-99-02"
# Each test makes an application of its own; its templates need not be compiled anew each time.
COMPILED = FileSystemBytecodeCache()
REQUEST_NUMBER = re.compile(r"<code>[0-9a-f-]+</code>")
DEMO_REGION, NEIGHBOUR = "PO-99-01", "PO-99-61"


class PageClient(FlaskClient):
    """Checks each HTML page it is given: valid HTML, one h1, a language, a title, unique ids, no missing text."""

    def open(self, *args, **kwargs) -> TestResponse:
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.status_code not in {301, 302, 303, 308}:
            check_page(response.get_data(as_text=True), response.request.path)
        return response


def check_page(text: str, path: str) -> None:
    """Fail when the page breaks one of the rules that every page keeps."""
    # An error page differs by its number and its address only, and some tests ask for thousands.
    number = REQUEST_NUMBER.search(text)
    check_text(text.replace(number[0], "").replace(path, "") if number else text)


@lru_cache(maxsize=1000)
def check_text(text: str) -> None:
    """Fail when the text of a page breaks one of the rules that every page keeps."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    assert not parser.errors, parser.errors[:3]
    assert len(tree.findall(".//h1")) == 1
    assert tree.get("lang") in {"nl", "en"}
    assert tree.findtext("head/title", "").strip(" ·") not in {"", "Korte Lijnen"}
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), sorted(found for found in ids if ids.count(found) > 1)
    for element in tree.iter():
        assert not element.get("style"), f"a style attribute, which our own policy blocks: {element.tag}"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that touch nothing outside the test."""
    return Settings(var=tmp_path / "var")


def make_site(settings: Settings, graph: Graph) -> Flask:
    """The application as a test wants it: forms without their secret, everything else as it is for people."""
    app = create_app(settings, graph)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, PROPAGATE_EXCEPTIONS=False)
    app.test_client_class = PageClient
    app.jinja_env.bytecode_cache = COMPILED
    return app


@pytest.fixture
def site(settings: Settings, graph: Graph) -> Flask:
    """The application on the empty database."""
    return make_site(settings, graph)


@pytest.fixture
def demo_site(settings: Settings, demo_graph: Graph) -> Flask:
    """The application on the fictitious region."""
    return make_site(settings, demo_graph)


def client_of(app: Flask, account: str) -> PageClient:
    """A client that is logged in with this account."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = account
        session["_fresh"] = True
    return client


@pytest.fixture
def client_as(site: Flask, graph: Graph) -> Callable[[Role], PageClient]:
    """Make a region with one person of this role in it, and give her client."""

    def make(role: Role, region: str = REGION) -> PageClient:
        account = add_account(graph, role, region)
        return client_of(site, account)

    return make


def add_account(graph: Graph, role: Role, region: str = REGION) -> str:
    """Put a person of this role in the region's samenwerkingsverband, with an account; return the account's id."""
    email = f"{role}@{region.lower()}.example"
    with graph.driver.session() as session:
        session.run(
            "MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'Regio ' + $region, r.revision = 0 "
            "MERGE (o:Organisation {id: 'swv-' + $region}) "
            "ON CREATE SET o.kind = 'swv', o.name = 'SWV ' + $region, o.name_key = toLower('SWV ' + $region) "
            "MERGE (o)-[:IN_REGION]->(r) "
            "MERGE (p:Person {email: $email}) ON CREATE SET p.id = randomUUID(), p.name = 'Iemand ' + $role "
            "MERGE (p)-[w:WORKS_AT {role: $role}]->(o)",
            region=region,
            email=email,
            role=str(role),
        ).consume()
    with graph.transaction() as transaction:
        [record] = transaction.run(
            "accounts/create_account",
            scope=region_scope(region).parameters(),
            id=str(uuid7()),
            email=email,
            role=str(role),
        )
    return record["id"]


@pytest.fixture
def demo_client_as(demo_site: Flask, demo_graph: Graph) -> Callable[[Role], PageClient]:
    """The client of the fictitious region's (or its neighbour's) person of this role."""

    def make(role: Role, region: str = DEMO_REGION) -> PageClient:
        [record] = demo_graph.driver.execute_query(
            "MATCH (a:Account {role: $role, region: $region}) RETURN a.id AS id", role=str(role), region=region
        ).records
        return client_of(demo_site, record["id"])

    return make


def bare_cells(page: str) -> str:
    """A page with its tables as they were before `cards` told each cell its column."""
    return re.sub(r"<(table|thead|tbody|tr|th|td) [^>]*>", r"<\1>", page)
