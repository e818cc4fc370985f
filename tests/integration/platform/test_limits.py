"""Rate limits hold over all workers, which are processes."""

import sqlite3
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from limits import parse
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from app.platform.access import Role
from app.platform.limits import SqliteStorage

WORKERS = 4
TRIES = 50
ALLOWED = 30


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """Where the counts are kept; the folder's name has a space and a letter that addresses spell otherwise."""
    folder = tmp_path / "met spatie é"
    folder.mkdir()
    return f"lijn-sqlite://{folder}/limits.sqlite3"


def hit_often(uri: str, start: float) -> int:
    """What one worker does: try often, and say how often it was let through."""
    limiter = FixedWindowRateLimiter(storage_from_string(uri))
    time.sleep(max(0.0, start - time.time()))
    return sum(limiter.hit(parse(f"{ALLOWED}/hour"), "somebody") for _ in range(TRIES))


def test_of_all_workers_together_exactly_as_many_pass_as_are_allowed(uri):
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        passed = list(pool.map(hit_often, [uri] * WORKERS, [time.time() + 3] * WORKERS))
    assert sum(passed) == ALLOWED
    assert storage_from_string(uri).get(parse(f"{ALLOWED}/hour").key_for("somebody")) == WORKERS * TRIES


def test_a_window_ends(uri):
    storage = SqliteStorage(uri)
    assert [storage.incr("a", 1), storage.incr("a", 1), storage.incr("b", 1, 5)] == [1, 2, 5]
    assert 0 < storage.get_expiry("a") - time.time() <= 1
    time.sleep(1.05)
    assert storage.get("a") == 0
    assert storage.incr("a", 60) == 1


def test_what_has_expired_is_not_kept(uri):
    storage = SqliteStorage(uri)
    storage.incr("old", 1)
    time.sleep(1.05)
    storage.incr("new", 60)
    assert storage.reset() == 1


def test_the_file_does_not_say_who_came(uri):
    SqliteStorage(uri).incr("LIMITER/noor@linde.example/10.0.0.1", 60)
    with sqlite3.connect(SqliteStorage(uri).path) as connection:
        [(key,)] = connection.execute("SELECT key FROM hits").fetchall()
    assert "linde" not in key


def test_clearing_forgets_one_key(uri):
    storage = SqliteStorage(uri)
    storage.incr("a", 60)
    storage.incr("b", 60)
    storage.clear("a")
    assert (storage.get("a"), storage.get("b")) == (0, 1)


def test_it_says_whether_it_can_count(uri):
    storage = SqliteStorage(uri, wrap_exceptions=True)
    assert storage.check()
    Path(storage.path).write_bytes(b"no database" * 1000)
    assert not storage.check()
    with pytest.raises(StorageError):
        storage.incr("a", 60)


def test_uploads_are_limited(client_as):
    client = client_as(Role.SWV_MANAGER)
    assert [client.post("/inlezen").status_code for _ in range(31)] == [422] * 30 + [429]
