"""Eight people at once, under gunicorn: the finder and the search, beside a route with RETURN 1 and the driver alone.

Bounded: `USERS` × `TIMES` calls a row, on loopback.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from itertools import cycle, repeat
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from flask import Flask

from app import create_app
from app.accounts.links import make_login_link
from app.config import Settings
from app.platform.access import Scope, public
from app.platform.graph import Graph
from app.platform.graph.server import database
from app.platform.serve import WebServer
from app.platform.web import graph as its_graph
from bench import finder
from bench.directory import TYPED, bare
from bench.measure import Speed, speed_of, timed
from tests.support.browser import free_port

USERS, TIMES, STARTING_S = 8, 25, 30
FORM_FIELD = r'name="csrf_token"[^>]*value="([^"]+)"'


def run(graph: Graph, settings: Settings, email: str, scope: Scope) -> list[Speed]:
    """Each call by eight people at the same time, on the site and by the driver alone.

    Args:
        graph: The database, for the login link and the bare queries.
        settings: They name the database's address, for the site's own processes.
        email: As whom all eight look.
        scope: How far that person sees.
    """
    with site(settings) as served:
        visitor = logged_in(make_login_link(graph, served, email))
        home = served.public_url
        token = re.search(FORM_FIELD, visitor(f"{home}/juiste-partner"))
        forms = [{"csrf_token": token and token[1], **asdict(one)} for one in finder.questions(graph, scope)]
        asked, typed, words = cycle(urlencode(form).encode() for form in forms), cycle(TYPED), cycle(TYPED)
        return [
            at_once("finder, from form to answer", lambda: visitor(f"{home}/juiste-partner", next(asked))),
            at_once("finder, its bare Cypher", finder.bare(graph, scope)),
            at_once("search, page", lambda: visitor(f"{home}/organisaties?zoek={quote(next(typed))}")),
            at_once("search, bare full text", lambda: bare(graph, scope, next(words))),
            at_once("route with RETURN 1", lambda: visitor(f"{home}/return-1")),
        ]


def at_once(what: str, call: Callable[[], object]) -> Speed:
    """Let `USERS` people make the call `TIMES` times each, after one that does not count."""
    with ThreadPoolExecutor(USERS) as people:
        list(people.map(timed, repeat(call, USERS)))
        return speed_of(what, list(people.map(timed, repeat(call, USERS * TIMES))))


def logged_in(link: str) -> Callable[..., str]:
    """Come in by a one-time link; returns what fetches a page, or sends a form, as that person."""
    opener = build_opener(HTTPCookieProcessor())

    def visit(url: str, form: bytes | None = None) -> str:
        with opener.open(url, form) as answer:
            return answer.read().decode()

    token = re.search(FORM_FIELD, visit(link))
    visit(link, urlencode({"csrf_token": token and token[1]}).encode())
    return visit


@contextmanager
def site(settings: Settings) -> Iterator[Settings]:
    """The site under gunicorn in processes of its own, with one route more; gone afterwards."""
    folder = Path(tempfile.mkdtemp())
    served = settings.model_copy(update={"var": folder, "port": free_port()})
    named = {"neo4j_uri", "neo4j_user", "var", "port"}
    chosen = {name.upper(): str(value) for name, value in served.model_dump(include=named).items()}
    password = served.neo4j_password.get_secret_value() if served.neo4j_password else ""
    secrets = {"NEO4J_PASSWORD": password, "SECRET_KEY": served.signing_key}
    command = [sys.executable, "-m", "bench.load"]
    process = subprocess.Popen(command, env=os.environ | chosen | secrets, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"{served.public_url}/readyz")
        yield served
    finally:
        process.terminate()
        process.wait(STARTING_S)
        shutil.rmtree(folder)


def wait_for(url: str) -> None:
    """Ask until it answers.

    Raises:
        URLError: It did not within `STARTING_S` seconds.
    """
    last = time.monotonic() + STARTING_S
    answered = False
    while not answered:
        try:
            build_opener().open(url).close()
            answered = True
        except URLError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)


def with_return_one(app: Flask) -> Flask:
    """The application with a route that asks the database nothing."""

    @app.get("/return-1")
    @public
    def return_one() -> str:
        return str(its_graph().driver.execute_query("RETURN 1", routing_="r", database_="neo4j").records[0][0])

    return app


def serve() -> None:
    """Serve until a signal says stop; in the process that `site` starts."""
    settings = Settings()
    with database(settings) as address:
        WebServer(settings, lambda: with_return_one(create_app(settings, Graph(address))), lambda: None).run()


if __name__ == "__main__":
    serve()
