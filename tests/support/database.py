"""One real Neo4j for the whole session: the one in NEO4J_TEST_URI, else Docker's, else our own child process.

`graph` is empty but for what migrations put there. `demo_graph` holds the fictitious region, loaded through the real
importers once and put back from then on, and must not be written to. Tests that share a state are run next to each
other, so that it is made once. `make test` runs two sessions beside each other, each with a database of its own.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.demo import load_demo
from app.platform.graph import Address, Graph
from app.platform.graph.migrate import migrate
from app.platform.graph.server import own_server
from tests.support.snapshot import Snapshot

STATES = ("demo_graph", "graph")


def pytest_xdist_auto_num_workers() -> int:
    """Two sessions where each can start a database of its own; one where a database is given, or there is one core."""
    return 0 if os.environ.get("NEO4J_TEST_URI") else min(2, os.cpu_count() or 1)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests without a database first, then those on the demo region, then those that write."""

    def rank(item: pytest.Item) -> int:
        names = getattr(item, "fixturenames", [])
        return next((place for place, state in enumerate(STATES, 1) if state in names), 0)

    items.sort(key=rank)


@pytest.fixture(scope="session")
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """Where the session's Neo4j answers."""
    if uri := os.environ.get("NEO4J_TEST_URI"):
        user, password = os.environ.get("NEO4J_TEST_USER", "neo4j"), os.environ["NEO4J_TEST_PASSWORD"]
        yield Address(uri, user, password)
    elif docker_answers():
        yield request.getfixturevalue("docker_neo4j")
    else:
        with own_server(tmp_path_factory.mktemp("neo4j")) as own:
            yield own


def docker_answers() -> bool:
    """Whether a Docker engine runs here; the client alone is not enough."""
    if not shutil.which("docker"):
        return False
    asked = subprocess.run(["docker", "info"], capture_output=True, timeout=20, check=False)
    return asked.returncode == 0


@pytest.fixture(scope="session")
def docker_neo4j(docker_ip: str, docker_services) -> Address:
    """The official image, started by pytest-docker from `tests/support/docker-compose.yml`."""
    found = Address(f"bolt://{docker_ip}:{docker_services.port_for('neo4j', 7687)}", "neo4j", "only-for-tests")

    def ready() -> bool:
        door = Graph(found)
        try:
            return bool(door.verify())
        except Exception:
            return False
        finally:
            door.close()

    docker_services.wait_until_responsive(timeout=120, pause=1, check=ready)
    return found


@pytest.fixture(scope="session")
def docker_compose_file(pytestconfig: pytest.Config) -> str:
    """The compose file of the tests' own Neo4j."""
    return str(pytestconfig.rootpath / "tests" / "support" / "docker-compose.yml")


class Database:
    """The session's database, and which state it is in."""

    def __init__(self, door: Graph) -> None:
        self.door = door
        self.state = "unknown"
        self.demo: Snapshot | None = None

    def empty(self) -> Graph:
        """Remove everything but what migrations made."""
        with self.door.driver.session() as session:
            session.run(
                "MATCH (n) WHERE NOT n:Theme AND NOT n:Norm AND NOT n:__Neo4jMigration "
                "CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
            ).consume()
        self.state = "empty"
        return self.door

    def hold_demo(self, folder: Path) -> Graph:
        """Hold the fictitious region: loaded the first time, put back as it was from then on."""
        if self.state != "demo":
            self.empty()
            if self.demo:
                self.demo.put_back(self.door.driver)
            else:
                load_demo(self.door, folder)
                self.demo = Snapshot(self.door.driver)
            self.state = "demo"
        return self.door


@pytest.fixture(scope="session")
def database(address: Address) -> Iterator[Database]:
    """The session's database, its schema up to date."""
    door = Graph(address)
    migrate(door)
    yield Database(door)
    door.close()


@pytest.fixture
def graph(database: Database) -> Graph:
    """An empty database, for the test to write in."""
    return database.empty()


@pytest.fixture
def demo_graph(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The fictitious region; read only."""
    return database.hold_demo(tmp_path_factory.mktemp("region"))


@pytest.fixture
def written_demo(demo_graph: Graph, database: Database) -> Iterator[None]:
    """For a test that writes in the fictitious region: it is put back for whoever comes next."""
    yield
    database.state = "written"
