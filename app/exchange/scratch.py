"""What a file has shown so far, kept outside our own memory: however long the file, the process does not grow."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from app.exchange.reading import Line


class Scratch:
    """SQLite's own temporary file, for the length of one import."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(
            """
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            CREATE TABLE first (key TEXT PRIMARY KEY, row INTEGER, content TEXT) WITHOUT ROWID;
            CREATE TABLE line (row INTEGER PRIMARY KEY, key TEXT, cells TEXT);
            BEGIN;
            """
        )

    def first(self, key: str, row: int, content: str = "") -> tuple[int, str] | None:
        """Remember a key; when it was there before, its first row and what stood there.

        Args:
            key: What should stand in the file once.
            row: Where it stands now.
            content: What must be the same wherever the key stands again.
        """
        added = self._database.execute("INSERT OR IGNORE INTO first VALUES (?, ?, ?)", (key, row, content))
        if added.rowcount:
            return None
        found: tuple[int, str] = self._database.execute(
            "SELECT row, content FROM first WHERE key = ?", (key,)
        ).fetchone()
        return found

    def together(self, lines: Iterable[Line], place: int) -> Iterator[Line]:
        """The same lines, those with the same text in one place next to each other, in the order of the first.

        Args:
            lines: A file's lines.
            place: Which cell decides.
        """
        self._database.executemany(
            "INSERT INTO line VALUES (?, ?, ?)",
            ((row, "".join(cells[place : place + 1]).casefold(), json.dumps(cells)) for row, cells in lines),
        )
        ordered = self._database.execute(
            "SELECT line.row, cells FROM line JOIN (SELECT key, min(row) AS start FROM line GROUP BY key) USING (key) "
            "ORDER BY start, line.row"
        )
        yield from ((row, json.loads(cells)) for row, cells in ordered)

    def close(self) -> None:
        """Let the temporary file go."""
        self._database.close()
