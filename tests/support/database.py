"""One real Neo4j for the whole session: the one in NEO4J_TEST_URI, else Docker's, else our own child process.

`graph` is empty but for what migrations put there. `demo_graph` holds the fictitious region, loaded through the real
importers, and must not be written to. Tests that share a state are run next to each other, so that it is made once.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from app.platform.graph import Address, Graph
from app.platform.graph.migrate import migrate
from app.platform.graph.server import own_server

STATES = ("demo_graph", "graph")


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

    def empty(self) -> Graph:
        """Remove everything but what migrations made."""
        with self.door.driver.session() as session:
            session.run(
                "MATCH (n) WHERE NOT n:Theme AND NOT n:Norm AND NOT n:__Neo4jMigration "
                "CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
            ).consume()
        self.state = "empty"
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
    if database.state != "demo":
        from app.demo import load_demo

        load_demo(database.empty(), tmp_path_factory.mktemp("region"))
        database.state = "demo"
    return database.door


@pytest.fixture
def written_demo(demo_graph: Graph, database: Database) -> Iterator[None]:
    """For a test that writes in the fictitious region: it is loaded afresh for whoever comes next."""
    yield
    database.state = "written"
