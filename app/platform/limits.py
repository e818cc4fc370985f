"""Rate limits, counted for all web workers together."""

import hashlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits.storage import Storage

SCHEME = "lijn-sqlite"
BUSY_TIMEOUT_S = 5
TABLE = """
CREATE TABLE IF NOT EXISTS hits (key TEXT PRIMARY KEY, hits INTEGER NOT NULL, expires_at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS hits_expire ON hits (expires_at);
"""
COUNT = """
INSERT INTO hits (key, hits, expires_at) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET hits = hits + excluded.hits RETURNING hits
"""

limiter = Limiter(get_remote_address)


def limit_rates(app: Flask, var: Path) -> None:
    """Let `@limiter.limit("5/minute")` on a view count over every worker, in a file under `var`."""
    var.mkdir(parents=True, exist_ok=True)
    app.config["RATELIMIT_STORAGE_URI"] = f"{SCHEME}://{quote(str(var.resolve() / 'limits.sqlite3'))}"
    limiter.init_app(app)


class SqliteStorage(Storage):
    """Fixed windows in one SQLite file: what `limits` keeps in memory is counted by each worker apart.

    A connection is opened for each count: that costs less than a millisecond, and no connection ever crosses a fork or
    a thread. Keys are kept as digests, so that the file tells nobody who came.
    """

    STORAGE_SCHEME = [SCHEME]  # noqa: RUF012 - the library's own way to register

    def __init__(self, uri: str, wrap_exceptions: bool = False, **options: float | str | bool) -> None:
        super().__init__(uri, wrap_exceptions, **options)
        self.path = unquote(urlsplit(uri).path)
        with self._open() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(TABLE)

    @property
    def base_exceptions(self) -> type[Exception]:
        """What the library may wrap."""
        return sqlite3.Error

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count `amount` in the key's window of `expiry` seconds, and return the count; expired windows go away."""
        now = time.time()
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM hits WHERE expires_at <= ?", [now])
            [hits] = connection.execute(COUNT, [_digest(key), amount, now + expiry]).fetchone()
            connection.execute("COMMIT")
        return int(hits)

    def get(self, key: str) -> int:
        """The count of the key's window; 0 when none is open."""
        return int(self._window(key)[0])

    def get_expiry(self, key: str) -> float:
        """When the key's window ends, in seconds since 1970; now when none is open."""
        return self._window(key)[1]

    def check(self) -> bool:
        """Whether the file can be read."""
        try:
            self._window("")
        except sqlite3.Error:
            return False
        return True

    def reset(self) -> int | None:
        """Forget every count; returns how many there were."""
        with self._open() as connection:
            return connection.execute("DELETE FROM hits").rowcount

    def clear(self, key: str) -> None:
        """Forget the count of one key."""
        with self._open() as connection:
            connection.execute("DELETE FROM hits WHERE key = ?", [_digest(key)])

    def _window(self, key: str) -> tuple[int, float]:
        now = time.time()
        with self._open() as connection:
            rows = connection.execute(
                "SELECT hits, expires_at FROM hits WHERE key = ? AND expires_at > ?", [_digest(key), now]
            )
            window: tuple[int, float] = rows.fetchone() or (0, now)
        return window

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = NORMAL")
            yield connection


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
