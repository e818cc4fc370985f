"""Neo4j is killed in the middle of an import: after a restart the file is wholly in, or wholly out."""

import signal
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

import seed
from app.exchange.importing import import_file
from app.platform.access import region_scope
from app.platform.graph import Address, DatabaseError, Graph
from app.platform.graph.migrate import migrate
from app.platform.graph.server import own_server

HALFWAY = 2_000


@pytest.fixture(scope="module")
def region(tmp_path_factory) -> seed.GeneratedRegion:
    return seed.generate(tmp_path_factory.mktemp("region"))


def kill_server(home: Path) -> None:
    """`kill -9` of the Java process that works on these data."""
    for process in psutil.process_iter(["cmdline", "name"]):
        if process.info["name"] == "java" and f"--home-dir={home}" in process.info["cmdline"]:
            process.send_signal(signal.SIGKILL)
            process.wait(10)


def on_server(home: Path, work: Callable[[Graph], object]) -> object:
    """Do the work on the server of these data, started for it."""
    with own_server(home) as address:
        return with_door(address, work)


def with_door(address: Address, work: Callable[[Graph], object]) -> object:
    graph = Graph(address)
    try:
        return work(graph)
    finally:
        graph.close()


def count_ties(graph: Graph) -> int:
    [record] = graph.driver.execute_query("MATCH (:Person)-[tie:CONTACT]->() RETURN count(tie) AS ties").records
    return record["ties"]


def test_a_file_is_wholly_out_when_the_server_dies_halfway_and_wholly_in_after_it_was_done(tmp_path, region):
    home, scope = tmp_path / "neo4j", region_scope(region.code)

    def prepare(graph: Graph) -> None:
        migrate(graph)
        with graph.transaction() as transaction:
            transaction.run("platform/create_region", scope=scope.parameters(), name=region.name)
        assert not import_file(graph, scope, "scholen", region.schools).problems
        assert not import_file(graph, scope, "personen", region.people).problems

    def die_halfway(graph: Graph) -> None:
        def progress(done: int) -> None:
            if done >= HALFWAY:
                kill_server(home)

        with pytest.raises(DatabaseError):
            import_file(graph, scope, "contacten", region.contacts, progress=progress)

    def start_and_die_halfway(graph: Graph) -> None:
        prepare(graph)
        die_halfway(graph)

    def import_and_die(graph: Graph) -> int:
        assert count_ties(graph) == 0
        created = import_file(graph, scope, "contacten", region.contacts).created
        kill_server(home)
        return created

    on_server(home, start_and_die_halfway)
    created = on_server(home, import_and_die)
    assert created == region.contacts.read_text().count("\n") - 1
    assert on_server(home, count_ties) == created
