"""What is wrong in a file: which cell, what was expected there, and what comes nearest to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from rapidfuzz import fuzz, process

from app.platform.bsn import find_bsn

NEAR = 60
SHOWN_LENGTH = 80
MASKED = "•••••••••"

Value = TypeVar("Value")


@dataclass(frozen=True)
class Problem:
    """One thing that must be put right before a file is written.

    Attributes:
        row: The row as a spreadsheet counts it, the header is row 1; None for the file as a whole.
        column: The column's name.
        value: What stands there.
        expected: What should stand there, as a sentence.
        nearest: The valid value that comes nearest; empty when none is near.
    """

    row: int | None
    column: str
    value: str
    expected: str
    nearest: str = ""


class MismatchError(ValueError):
    """A value is not what is expected in its place."""

    def __init__(self, expected: str, nearest: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.nearest = nearest


class Problems(list[Problem]):
    """Every problem found in one file.

    Attributes:
        titles: By field, what its column is called in this file.
    """

    titles: Mapping[str, str] = MappingProxyType({})

    def tell(self, row: int | None, field: str, value: str, expected: str, nearest: str = "") -> None:
        """Add a problem; a very long value is cut off, and one that may hold a BSN is not repeated."""
        shown = MASKED if find_bsn(value) else value[:SHOWN_LENGTH]
        self.append(Problem(row, self.titles.get(field, field), shown, expected, nearest))

    def check(self, row: int, field: str, text: str | None, parse: Callable[[str], Value]) -> Value | None:
        """Parse one value; None, and a problem more, when it is not what `parse` expects.

        Args:
            row: Where it stands.
            field: In which column.
            text: What stands there; None when that was wrong already, or nothing.
            parse: Returns the value, or raises `MismatchError`.
        """
        if text is None:
            return None
        try:
            return parse(text)
        except MismatchError as mismatch:
            self.tell(row, field, text, mismatch.expected, mismatch.nearest)
            return None


def nearest(value: str, candidates: Iterable[str]) -> str:
    """The candidate that is spelled most like the value; empty when none is near.

    Args:
        value: What somebody wrote.
        candidates: What would have been right.
    """
    found = process.extractOne(value, list(candidates), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=NEAR)
    return found[0] if found else ""
