"""The house rules that a machine can hold."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.platform.graph.queries import all_names

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "bench", "cypher", "seed", "tests")
WRITTEN = {".py", ".cypher", ".html", ".css", ".js"}
MOST_LINES = 300
MOST_VIEW_LINES = 20
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc"}
CYPHER = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH|RETURN)\b|\bCREATE\s*\(")
CONTRACTS = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"


def written_files() -> list[Path]:
    """Everything that people wrote."""
    files = (file for room in ROOMS for file in (ROOT / room).rglob("*") if file.suffix in WRITTEN)
    return sorted(file.relative_to(ROOT) for file in files if "dist" not in file.parts)


def code_files() -> list[Path]:
    """The program itself."""
    return [file for file in written_files() if file.suffix == ".py" and file.parts[0] == "app"]


def parsed(file: Path) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def texts(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that are no docstring."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def queries_called(tree: ast.Module) -> Iterator[str]:
    """The names of the queries that a module reads or runs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"read", "run"}:
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def views(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions that have an address."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and any(
            re.match(r"\w+\.(get|post)\(", ast.unparse(decorator)) for decorator in node.decorator_list
        ):
            yield node


def test_there_is_something_to_look_at():
    assert len(code_files()) > 50
    assert len(list(views(parsed(Path("app/accounts/routes.py"))))) > 10
    assert len(list(queries_called(parsed(Path("app/accounts/store.py"))))) > 10


@pytest.mark.parametrize("file", written_files(), ids=str)
def test_a_file_is_short_and_named_after_what_it_holds(file):
    assert len((ROOT / file).read_text(encoding="utf-8").splitlines()) < MOST_LINES
    assert not DRAWERS & {file.stem, *file.parts}


@pytest.mark.parametrize("file", code_files(), ids=str)
def test_cypher_stands_in_its_own_files(file):
    for text in texts(parsed(file)):
        assert not CYPHER.search(text), text


@pytest.mark.parametrize("file", code_files(), ids=str)
def test_every_query_that_is_called_is_there(file):
    assert set(queries_called(parsed(file))) <= set(all_names())


def test_every_query_is_called():
    named = {text for file in code_files() for text in texts(parsed(file))}
    assert set(all_names()) <= named


@pytest.mark.parametrize("file", [file for file in code_files() if file.name == "routes.py"], ids=str)
def test_a_view_parses_calls_and_renders(file):
    for view in views(parsed(file)):
        assert view.end_lineno - view.lineno < MOST_VIEW_LINES, view.name


def test_the_rooms_import_only_what_their_contracts_allow():
    result = subprocess.run([sys.executable, "-c", CONTRACTS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("file", sorted((ROOT / "bench").glob("*.py")), ids=lambda file: file.stem)
def test_what_measures_can_be_loaded(file):
    importlib.import_module(f"bench.{file.stem}")
