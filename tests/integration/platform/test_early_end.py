"""Ctrl-C at the start: the command ends, says nothing that only its makers understand, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.graph.test_server import ENDED_WITHIN_S, STARTED_WITHIN_S, servers_on, wait_until

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def start(tmp_path) -> Iterator[Callable[..., subprocess.Popen]]:
    """Start the command as a person does, with options for Python."""
    running: list[subprocess.Popen] = []
    # A shell that runs the tests in its background makes them ignore Ctrl-C, and a child ignores what its parent does.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def begin(command: str, *options: str) -> subprocess.Popen:
        environment = {**os.environ, "VAR": str(tmp_path), "PORT": "0"}
        environment.pop("NEO4J_URI", None)
        words = [sys.executable, *options, "-m", "lijn", command]
        running.append(subprocess.Popen(words, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.communicate()
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("command", ["serve", "demo"])
@pytest.mark.parametrize("loaded", ["werkzeug", "neo4j", "app.insight"])
def test_while_it_is_loading(start, command, loaded):
    process = start(command, "-X", "importtime")
    next(line for line in process.stderr if line.rsplit("|", 1)[-1].strip() == loaded)
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=ENDED_WITHIN_S)
    assert "Traceback" not in rest
    assert process.returncode == -signal.SIGINT


def test_while_the_database_starts(start, tmp_path):
    process, home = start("serve"), tmp_path / "neo4j"
    wait_until(lambda: servers_on(home), STARTED_WITHIN_S)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=ENDED_WITHIN_S)
    assert "Traceback" not in said
    assert process.returncode == 1
    wait_until(lambda: not servers_on(home), ENDED_WITHIN_S)
