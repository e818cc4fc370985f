"""The door: named queries in, records out; a transaction is whole or not at all."""

import pytest

from app.platform.access import region_scope
from app.platform.audit import record_change
from app.platform.graph import DatabaseError, Graph
from app.platform.graph.migrate import migrate, pending_migrations

SCOPE = region_scope("PO-99-09")


def make_region(graph: Graph, name: str = "Regio") -> None:
    with graph.transaction() as transaction:
        transaction.run("platform/create_region", scope=SCOPE.parameters(), name=name)


def regions(graph: Graph) -> list[tuple[str, int]]:
    return [(record["name"], record["revision"]) for record in graph.read("platform/list_regions")]


def test_a_transaction_commits_at_its_end(graph):
    make_region(graph)
    assert regions(graph) == [("Regio", 0)]


def test_an_error_undoes_the_whole_transaction(graph):
    def fail_halfway():
        with graph.transaction() as transaction:
            transaction.run("platform/create_region", scope=SCOPE.parameters(), name="Half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert regions(graph) == []


def test_a_rolled_back_transaction_leaves_nothing(graph):
    with graph.transaction() as transaction:
        transaction.run("platform/create_region", scope=SCOPE.parameters(), name="Proef")
        transaction.rollback()
    assert regions(graph) == []


def test_every_change_raises_the_revision_and_leaves_an_audit_event(graph):
    make_region(graph)
    with graph.transaction() as transaction:
        assert record_change(transaction, SCOPE, "test.change", "iets", after={"naam": "é"}) == 1
    assert regions(graph) == [("Regio", 1)]
    [event] = graph.driver.execute_query("MATCH (e:AuditEvent) RETURN e {.*} AS event").records
    assert event["event"]["action"] == "test.change"
    assert event["event"]["after"] == '{"naam": "é"}'


def test_a_reading_query_can_not_write(graph):
    with pytest.raises(DatabaseError):
        graph.read("platform/create_region", scope=SCOPE.parameters(), name="Stiekem")
    assert regions(graph) == []


def test_migrating_twice_does_nothing_the_second_time(graph):
    applied: list[str] = []
    migrate(graph, applied.append)
    assert applied == []
    assert pending_migrations(graph) == []


def test_a_changed_migration_is_refused(graph):
    change = "MATCH (m:__Neo4jMigration {version: '0001'}) SET m.checksum = $checksum RETURN m.checksum AS now"
    [before] = graph.driver.execute_query(
        "MATCH (m:__Neo4jMigration {version: '0001'}) RETURN m.checksum AS sum"
    ).records
    graph.driver.execute_query(change, checksum="1")
    try:
        with pytest.raises(ValueError, match="verification"):
            migrate(graph)
    finally:
        graph.driver.execute_query(change, checksum=before["sum"])
