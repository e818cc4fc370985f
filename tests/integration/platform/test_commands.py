"""The commands about the installation, and what a person is told when they can't run."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import SecretStr

from app.config import Settings
from app.platform.commands import add_region

NOWHERE = "bolt://127.0.0.1:9"


def lijn(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `lijn` as a person does."""
    command = [Path(sys.executable).with_name("lijn"), *words]
    return subprocess.run(
        command, env={**os.environ, "LANGUAGE": "nl", **environment}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("words", [["serve"], ["ask", "routes", "--json"], ["login-link", "noor@delinde.example"]])
@pytest.mark.parametrize("uri", [NOWHERE, "geen adres"])
def test_a_database_that_does_not_answer_is_said_in_one_line(tmp_path, words, uri):
    done = lijn(*words, NEO4J_URI=uri, VAR=str(tmp_path), PORT="0")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"lijn: {uri} antwoordt niet")
    assert "lijn doctor" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ({"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8"}, "is not a code like PO-30-01"),
        ({"LANGUAGE": "", "LC_ALL": "C.UTF-8"}, "is geen code zoals PO-30-01"),
        ({"LANGUAGE": "fr:en"}, "is not a code like PO-30-01"),
    ],
)
def test_a_command_speaks_the_language_of_the_terminal(tmp_path, said, understood):
    assert understood in lijn("region", "rommel", "Regio", VAR=str(tmp_path), **said).stderr


def test_a_port_that_is_taken_is_said_before_anything_starts(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = lijn("serve", VAR=str(tmp_path), PORT=port)
    assert done.returncode == 1
    assert port in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "neo4j").exists()


@pytest.mark.parametrize("words", [["rommel", "Regio"], ["PO-30-01", " "], ["po-30-01", "Regio"]])
def test_a_region_needs_a_code_and_a_name(graph, address, words):
    settings = Settings(neo4j_uri=address.uri, neo4j_user=address.user, neo4j_password=SecretStr(address.password))
    assert CliRunner().invoke(add_region, words, obj=settings).exit_code == 2
    assert graph.read("platform/list_regions") == []


def test_a_region_is_made_and_renamed(graph, address):
    settings = Settings(neo4j_uri=address.uri, neo4j_user=address.user, neo4j_password=SecretStr(address.password))
    for name in ("Oud", "Nieuw"):
        assert CliRunner().invoke(add_region, ["PO-30-01", name], obj=settings).exit_code == 0
    [region] = graph.driver.execute_query("MATCH (r:Region) RETURN r.code AS code, r.name AS name").records
    assert region.data() == {"code": "PO-30-01", "name": "Nieuw"}
