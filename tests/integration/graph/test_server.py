"""Our own Neo4j lives exactly as long as the site: no orphan after any end, and nothing lost at the next start."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.config import Settings
from app.platform.graph import Address, Graph
from app.platform.graph.server import own_server
from app.platform.serve import open_graph

STARTED_WITHIN_S = 150
ENDED_WITHIN_S = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def servers_on(home: Path) -> list[psutil.Process]:
    """Every process, Java's or the keeper's, that works on the data under `home`."""
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if f"--home-dir={home}" in (process.info["cmdline"] or [])
    ]


def wait_until(happens, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


class Site:
    """`lijn serve` as a person starts it, in a process of its own."""

    def __init__(self, var: Path) -> None:
        self.port = free_port()
        environment = {**os.environ, "VAR": str(var), "PORT": str(self.port), "WORKERS": "2"}
        environment.pop("NEO4J_URI", None)
        lijn = Path(sys.executable).with_name("lijn")
        self.process = subprocess.Popen([lijn, "serve"], env=environment, stdout=subprocess.DEVNULL)
        wait_until(self.answers, STARTED_WITHIN_S)

    def answers(self) -> bool:
        assert self.process.poll() is None, "the site ended by itself"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2) as page:
                return page.status == 200
        except OSError:
            return False

    def end_by(self, name: signal.Signals) -> None:
        self.process.send_signal(name)
        self.process.wait(ENDED_WITHIN_S)


@pytest.fixture(scope="module")
def running(var) -> Iterator[Address]:
    """Our own server, running for the tests that only look at it; those come after the one that ends it."""
    with own_server(var / "neo4j") as address:
        yield address


@pytest.fixture(scope="module")
def var(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("var")


def leaves_nothing_running(site: Site, ending: signal.Signals, var: Path) -> None:
    """End the site in this way, and see its workers and its database end with it."""
    workers = psutil.Process(site.process.pid).children()
    site.end_by(ending)
    wait_until(lambda: not servers_on(var / "neo4j"), ENDED_WITHIN_S)
    wait_until(lambda: not any(worker.is_running() for worker in workers), ENDED_WITHIN_S)


def test_no_orphan_and_nothing_lost_however_the_site_ends(var):
    endings = [signal.SIGINT, signal.SIGKILL]
    for name in endings:
        site = Site(var)
        try:
            with open_graph(Settings(var=var)) as graph:
                graph.driver.execute_query("CREATE (:Ending {by: $name})", name=name.name)
            leaves_nothing_running(site, name, var)
        finally:
            site.process.kill()
    with open_graph(Settings(var=var)) as graph:
        kept = graph.driver.execute_query("MATCH (e:Ending) RETURN e.by AS name").records
    assert {record["name"] for record in kept} == {name.name for name in endings}


def test_a_server_that_ends_by_itself_is_started_again(var):
    site = Site(var)
    try:
        [java] = [found for found in servers_on(var / "neo4j") if found.name() == "java"]
        java.kill()
        wait_until(lambda: not site.answers(), ENDED_WITHIN_S)
        wait_until(site.answers, STARTED_WITHIN_S)
        leaves_nothing_running(site, signal.SIGTERM, var)
    finally:
        site.process.kill()


def test_a_second_command_joins_the_server_that_runs(var, running):
    with own_server(var / "neo4j") as second:
        assert second == running
        assert len([found for found in servers_on(var / "neo4j") if found.name() == "java"]) == 1


def test_the_password_is_for_the_owner_only(var, running):
    kept = var / "neo4j" / "password"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.read_text() == running.password


def test_the_server_listens_on_loopback_only(var, running):
    [java] = [found for found in servers_on(var / "neo4j") if found.name() == "java"]
    listening = [found.laddr.ip for found in java.net_connections() if found.status == psutil.CONN_LISTEN]
    assert listening
    assert all(ip.removeprefix("::ffff:") == "127.0.0.1" for ip in listening)


def test_the_server_is_neo4j_5_26(running):
    door = Graph(running)
    assert door.verify().startswith("Neo4j/5.26")
    door.close()
