"""CSV and XLSX as rows of text, whatever wrote them. A CSV is never in memory as a whole; a workbook is."""

import codecs
import csv
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from pathlib import Path
from typing import IO

from flask_babel import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from app.platform.text import tidy

DELIMITERS = ";\t,"
BLOCK = 1 << 16
SAMPLE = 1 << 16
UNPACKED_LIMIT = 250 * 1024 * 1024
MOST_CELLS = 20_000_000
CHUNK = 1024 * 1024
CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
ERROR_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]{0,80}\bt="e"')
FIRST_SHEET = "xl/worksheets/sheet1.xml"
LONGEST_CELL = 128
NO_TEXT = (b"%PDF", b"\xd0\xcf\x11\xe0")
# The mark of UTF-32 begins as that of UTF-16 does.
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LETTERS = frozenset("àáâäçèéêëìíîïñòóôöúûüýÉËÏÖÜßœ‘’“”–…€\u00a0")
CUTS = ("cp1252", "mac_roman")


Line = tuple[int, list[str]]


class UnreadableError(ValueError):
    """The file is not a table; the message says what it is instead, and `row` where that shows, if at one place."""

    def __init__(self, message: str, row: int | None = None) -> None:
        super().__init__(message)
        self.row = row


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
    """The encoding of a text file: by its byte order mark or its zeros, else UTF-8 where it is, else Windows or Mac.

    The last two can only be guessed: the one wins under which the bytes become letters and quotes of Dutch text.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, strange = True, bytearray()
    with path.open("rb") as file:
        start = file.read(BLOCK)
        if mark := next((mark for mark in MARKS if start.startswith(mark)), None):
            return MARKS[mark]
        if wide := _unmarked_utf16(start):
            return wide
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


def _unmarked_utf16(start: bytes) -> str | None:
    """UTF-16 that does not say so: of most of our letters one byte is zero, and always the same one."""
    low, high = (start[side::2].count(0) * 4 / max(len(start), 1) for side in (0, 1))
    if max(low, high) <= 1 or min(low, high) > 0.5:
        return None
    return "utf-16-be" if low > high else "utf-16-le"


def _csv_rows(lines: IO[str]) -> Iterator[list[str]]:
    row = 0
    try:
        first = lines.readline()
        if first.lower().startswith("sep="):
            delimiter, row = first.strip()[4:5] or DELIMITERS[0], 1
            yield []
        else:
            while first.isspace():
                first = lines.readline()
            delimiter = max(DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
            lines.seek(0)
        for cells in csv.reader(lines, delimiter=delimiter):
            row += 1
            yield cells
    except csv.Error as error:
        expected = _("een cel van hooguit 131.072 tekens; misschien mist er een aanhalingsteken")
        raise UnreadableError(expected, row + 1) from error
    except UnicodeError as error:
        raise UnreadableError(_("Dit bestand is geen CSV of XLSX, of het is beschadigd.")) from error


def _workbook_rows(path: Path) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            _look_over(archive)
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        for row in sheet.iter_rows():
            yield [_cell_text(cell) for cell in row]
    except (CalamineError, zipfile.BadZipFile) as error:
        raise UnreadableError(_("Dit bestand is geen CSV of XLSX, of het is beschadigd.")) from error


def _look_over(archive: zipfile.ZipFile) -> None:
    """Refuse a workbook that would not fit in memory, or in whose first sheet a formula failed.

    A sheet is read as the whole rectangle up to its furthest cell. And a cell with #N/A reads as an empty one, and so
    would erase what is known.
    """
    parts, error = archive.infolist(), None
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise UnreadableError(_("Dit werkblad is te groot. Bewaar het als CSV."))
    for sheet in (part.filename for part in parts if part.filename.startswith("xl/worksheets/")):
        row = column = 0
        for piece in _pieces(archive, sheet):
            for letters, digits in CELL.findall(piece):
                row, column = max(row, int(digits)), max(column, _column_number(letters))
            if row * column > MOST_CELLS:
                raise UnreadableError(_("Dit werkblad is te groot. Bewaar het als CSV."))
            if sheet == FIRST_SHEET and not error:
                error = ERROR_CELL.search(piece)
    if error:
        cell = f"{error[1].decode()}{error[2].decode()}"
        message = _("In cel %(cell)s staat een fout van het rekenblad, zoals #N/B. Verbeter die eerst.", cell=cell)
        raise UnreadableError(message, int(error[2]))


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A part of the workbook piece by piece; each begins with the end of the one before, so that no cell is cut."""
    with archive.open(part) as sheet:
        rest = b""
        while chunk := sheet.read(CHUNK):
            yield rest + chunk
            rest = chunk[-LONGEST_CELL:]


def _column_number(letters: bytes) -> int:
    return reduce(lambda number, letter: 26 * number + letter - 64, letters, 0)


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
    return tidy(cell) or ""
