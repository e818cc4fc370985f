"""The graph: one door to the database, named queries, our own server, migrations."""

from app.platform.graph.door import (
    Address,
    ConstraintError,
    DatabaseError,
    Graph,
    Record,
    Transaction,
    Unavailable,
    native,
    own_bookmarks,
    read_own_writes,
)

__all__ = [
    "Address",
    "ConstraintError",
    "DatabaseError",
    "Graph",
    "Record",
    "Transaction",
    "Unavailable",
    "native",
    "own_bookmarks",
    "read_own_writes",
]
