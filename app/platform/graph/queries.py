"""The named queries: Cypher text stands in `cypher/`, one query a file, with a header that says what it answers."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "cypher"
HEADER = re.compile(r"^// ?(?P<key>Answers|Columns|\$\w+): *(?P<value>.*)$")


@dataclass(frozen=True)
class NamedQuery:
    """One file of `cypher/`: its text, and what its header promises."""

    name: str
    text: str
    answers: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]


@cache
def named_query(name: str) -> NamedQuery:
    """Read the query `<slice>/<verb_noun>` from its file.

    Raises:
        FileNotFoundError: There is no such file.
        ValueError: The header does not say what the query answers.
    """
    text = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
    found = [match.groupdict() for match in map(HEADER.match, text.splitlines()) if match]
    header = {row["key"]: row["value"] for row in found}
    if "Answers" not in header:
        raise ValueError(f"{name}: the header has no line «// Answers: …»")
    columns = header.get("Columns", "")
    return NamedQuery(
        name=name,
        text=text,
        answers=header["Answers"],
        parameters=tuple(key.removeprefix("$") for key in header if key.startswith("$")),
        columns=tuple(column.strip() for column in columns.split(",") if column.strip()),
    )


def all_names() -> list[str]:
    """The names of every query in `cypher/`, migrations left out, sorted."""
    files = FOLDER.glob("*/*.cypher")
    return sorted(f"{file.parent.name}/{file.stem}" for file in files if file.parent.name != "migrations")
