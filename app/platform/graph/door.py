"""The one door to the database: named queries in, records out. Nothing else in the application sees the driver."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from neo4j.api import BookmarkManager
from neo4j.exceptions import DriverError, Neo4jError, TransientError

import neo4j
from app.platform.graph.queries import named_query
from neo4j import WRITE_ACCESS, Bookmarks, GraphDatabase, NotificationDisabledClassification, RoutingControl

DATABASE = "neo4j"
QUERY_TIMEOUT_S = 30
IMPORT_TIMEOUT_S = 600
CONNECT_TIMEOUT_S = 5
RETRY_TIME_S = 3
TRIES = 5

Result = TypeVar("Result")
Record = neo4j.Record
Unavailable = (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired)
ConstraintError = neo4j.exceptions.ConstraintError
DatabaseError = (DriverError, Neo4jError)


@dataclass(frozen=True)
class Address:
    """Where a Neo4j server answers, and as whom to call it."""

    uri: str
    user: str
    password: str


_reader_bookmarks: ContextVar[BookmarkManager | None] = ContextVar("reader_bookmarks", default=None)


def read_own_writes(bookmarks: list[str]) -> None:
    """Let what follows in this context (a web request) see at least what these bookmarks stand for."""
    _reader_bookmarks.set(GraphDatabase.bookmark_manager(initial_bookmarks=Bookmarks.from_raw_values(bookmarks)))


def own_bookmarks() -> list[str]:
    """The bookmarks of this context, to be carried to the reader's next request, on any worker or replica."""
    manager = _reader_bookmarks.get()
    return sorted(manager.get_bookmarks()) if manager else []


class Transaction:
    """A write that is whole or not at all; leaves by commit, or by rollback when told or when anything is raised."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, name: str, /, **parameters: Any) -> list[Record]:
        """Run the named query and return all its records."""
        return list(self.send(name, **parameters))

    def send(self, name: str, /, **parameters: Any) -> Iterator[Record]:
        """Send the named query and go on; its records come when they are asked for, the server works meanwhile."""
        return iter(self._transaction.run(_text(name), parameters))

    def rollback(self) -> None:
        """Undo everything that this transaction did."""
        self._transaction.rollback()


class Graph:
    """The database as the slices see it.

    Example:
        >>> graph.read("directory/list_organisations", scope=scope.parameters())  # doctest: +SKIP
    """

    def __init__(self, address: Address) -> None:
        self.driver = GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            connection_timeout=CONNECT_TIMEOUT_S,
            # A reader waits: better the page that says that the data are away than half a minute of nothing.
            max_transaction_retry_time=RETRY_TIME_S,
            notifications_disabled_classifications=[NotificationDisabledClassification.UNRECOGNIZED],
        )
        self._bookmarks = GraphDatabase.bookmark_manager()

    def read(self, name: str, /, **parameters: Any) -> list[Record]:
        """Run a named query that only reads, on any replica, and return its records."""
        query = neo4j.Query(_text(name), timeout=QUERY_TIMEOUT_S)
        return self.driver.execute_query(
            query,
            parameters,
            database_=DATABASE,
            routing_=RoutingControl.READ,
            bookmark_manager_=self.bookmarks,
        ).records

    def read_together(self, names: Sequence[str], /, **parameters: Any) -> list[list[Record]]:
        """Run named queries that only read side by side, and return the records of each, in the order of the names.

        For one answer that rests on many queries: the server works on as many of them as it has processors.
        """
        with ThreadPoolExecutor(len(names)) as pool:
            asked = [pool.submit(copy_context().run, partial(self.read, name, **parameters)) for name in names]
            return [one.result() for one in asked]

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """Do the work in one write transaction, and anew when it and another waited for each other's locks.

        For what several windows of one person do at the same moment: where a node has few relationships, making one
        takes locks in an order that nobody chooses, and the server breaks one of the two off (a deadlock).

        Args:
            work: What to do; it may be done more than once, and only the last time counts.
        """
        for _ in range(TRIES - 1):
            with suppress(TransientError), self.transaction() as transaction:
                return work(transaction)
        with self.transaction() as transaction:
            return work(transaction)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Open one write transaction; commit when the block ends well and was not rolled back."""
        session = self.driver.session(
            database=DATABASE, default_access_mode=WRITE_ACCESS, bookmark_manager=self.bookmarks
        )
        with session, session.begin_transaction(timeout=IMPORT_TIMEOUT_S) as transaction:
            yield Transaction(transaction)
            if not transaction.closed():
                transaction.commit()

    @property
    def bookmarks(self) -> BookmarkManager:
        """The reader's own bookmarks within a request, the process's elsewhere."""
        return _reader_bookmarks.get() or self._bookmarks

    def verify(self) -> str:
        """Return the server's name and version; raises one of `DatabaseError` when it does not answer."""
        return self.driver.get_server_info().agent

    def close(self) -> None:
        """Close every connection."""
        self.driver.close()


def native(value: Any) -> Any:
    """A record's value with the driver's own dates and times as Python's, in maps and lists too."""
    if isinstance(value, dict):
        return {key: native(part) for key, part in value.items()}
    if isinstance(value, list):
        return [native(part) for part in value]
    return value.to_native() if hasattr(value, "to_native") else value


def _text(name: str) -> str:
    return named_query(name).text
