"""Brings the database's schema up to date with `cypher/migrations/`, each file once and in order."""

from collections.abc import Callable

from neo4j_python_migrations.executor import Executor

from app.platform.graph.door import DATABASE, Graph
from app.platform.graph.queries import FOLDER


def migrate(graph: Graph, on_apply: Callable[[str], None] = lambda _: None) -> None:
    """Apply every pending migration; calls `on_apply` with the name of each file applied.

    Raises:
        ValueError: A migration that was applied before has changed or is gone.
    """
    _executor(graph).migrate(on_apply=lambda migration: on_apply(str(migration.source)))
    graph.read("platform/await_indexes")


def pending_migrations(graph: Graph) -> list[str]:
    """The names of the files that the database has not seen yet."""
    return [str(migration.source) for migration in _executor(graph).analyze().pending_migrations]


def _executor(graph: Graph) -> Executor:
    return Executor(graph.driver, FOLDER / "migrations", database=DATABASE)
