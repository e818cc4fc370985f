"""CSV and XLSX as rows of text, whatever wrote them. A CSV is never in memory as a whole; a workbook is."""

import codecs
import csv
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO

from flask_babel import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

DELIMITERS = ";\t,"
BLOCK = 1 << 16
SAMPLE = 1 << 16
UNPACKED_LIMIT = 250 * 1024 * 1024
NO_TEXT = (b"%PDF", b"\xd0\xcf\x11\xe0")
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
LETTERS = frozenset("àáâäçèéêëìíîïñòóôöúûüýÉËÏÖÜßœ‘’“”–…€\u00a0")
CUTS = ("cp1252", "mac_roman")


Line = tuple[int, list[str]]


class UnreadableError(ValueError):
    """The file is not a table; the message says what it is instead."""


@dataclass(frozen=True)
class Table:
    """A file's header, and its rows as they are read: the spreadsheet's row number and the cells."""

    header: list[str]
    rows: Iterator[Line]


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """Open a CSV or XLSX file, told apart by what is in it.

    Raises:
        UnreadableError: It is neither, it is broken, or it is empty.
    """
    with path.open("rb") as file:
        start = file.read(4)
    if start == b"PK\x03\x04":
        yield _table(_workbook_rows(path))
        return
    if start.startswith(NO_TEXT):
        raise UnreadableError(_("Dit bestand is geen CSV of XLSX. Bewaar het als een van die twee."))
    with path.open(encoding=find_encoding(path), newline="") as lines:
        yield _table(_csv_rows(lines))


def find_encoding(path: Path) -> str:
    """The encoding of a text file: by its byte order mark, else UTF-8 where all of it is, else Windows or Mac.

    The last two can only be guessed: the one wins under which the bytes become letters and quotes of Dutch text.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, strange = True, bytearray()
    with path.open("rb") as file:
        start = file.read(4)
        if mark := next((mark for mark in MARKS if start.startswith(mark)), None):
            return MARKS[mark]
        file.seek(0)
        while block := file.read(BLOCK):
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                is_utf8 = False
            strange += block.translate(None, bytes(range(128)))
            if len(strange) > SAMPLE and not is_utf8:
                break
            strange = strange[: SAMPLE + 1]
    if is_utf8 and not decoder.getstate()[0]:
        return "utf-8"
    return max(CUTS, key=lambda encoding: sum(letter in LETTERS for letter in strange.decode(encoding, "ignore")))


def _csv_rows(lines: IO[str]) -> Iterator[list[str]]:
    try:
        first = lines.readline()
        if first.lower().startswith("sep="):
            delimiter = first.strip()[4:5] or DELIMITERS[0]
            yield []
        else:
            delimiter = max(DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
            lines.seek(0)
        yield from csv.reader(lines, delimiter=delimiter)
    except (csv.Error, UnicodeError) as error:
        raise UnreadableError(_("Dit bestand is geen CSV of XLSX, of het is beschadigd.")) from error


def _workbook_rows(path: Path) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > UNPACKED_LIMIT:
            raise UnreadableError(_("Dit werkblad is te groot. Bewaar het als CSV."))
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        for row in sheet.iter_rows():
            yield [_cell_text(cell) for cell in row]
    except (CalamineError, zipfile.BadZipFile) as error:
        raise UnreadableError(_("Dit bestand is geen CSV of XLSX, of het is beschadigd.")) from error


def _cell_text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _table(raw: Iterator[list[str]]) -> Table:
    rows = ((number, [_tidy(cell) for cell in cells]) for number, cells in enumerate(raw, 1))
    filled = ((number, cells) for number, cells in rows if any(cells))
    try:
        header = next(filled)[1]
    except StopIteration:
        raise UnreadableError(_("Dit bestand is leeg.")) from None
    return Table(header, filled)


def _tidy(cell: str) -> str:
    return unicodedata.normalize("NFC", " ".join(cell.split()))
