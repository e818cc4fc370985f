"""What a kind of file looks like: its columns, how its rows become rows for the database, and where those go."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from functools import cache, lru_cache
from typing import Any, NamedTuple

from flask_babel import gettext as _

from app.exchange.cells import KEPT, plain
from app.exchange.known import Known
from app.exchange.problems import MismatchError, Problems, nearest
from app.exchange.reading import Line
from app.exchange.scratch import Scratch
from app.platform.bsn import find_bsn

LONGEST = 1_000
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Prepared = list[tuple[str, dict[str, Any]]]


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        field: What the value is called in the code.
        names: The titles that we recognise; the first stands in the empty example.
        parse: From the text of a filled cell to a value.
        required: The column must be there, each cell filled.
        empty: The value of an empty cell.
        dialled: It holds phone numbers, so that nine digits are nothing strange.
        words: The words in the file and the codes that they stand for, where these differ.
    """

    field: str
    names: tuple[str, ...]
    parse: Callable[[str], Any]
    required: bool = False
    empty: Any = None
    dialled: bool = False
    words: Mapping[str, str] = made_by(default_factory=dict)

    def shown(self, value: Any) -> str | None:
        """A value as the file would say it."""
        if isinstance(value, list):
            return ", ".join(value)
        said = next((word for word, stands_for in self.words.items() if stands_for == value), value)
        return None if said is None else str(said)


class Row(NamedTuple):
    """One row, parsed. A field whose column is not in the file is not in `values`; a cell that is `wrong` is None."""

    number: int
    values: dict[str, Any]
    wrong: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Check:
    """A last question to the database about rows that are ready to be written.

    Attributes:
        query: The named query; for each row that must not be written: `row`, `value` and what is `known` instead.
        asks: The query whose rows it looks at.
        field: The column at fault.
        expected: What to say, from what is known.
    """

    query: str
    asks: str
    field: str
    expected: Callable[[Any], str]


@dataclass(frozen=True)
class Layout:
    """One kind of file.

    Attributes:
        columns: Its columns, in the order of the empty example.
        queries: The named queries that write it, in their order.
        prepare: From parsed rows to rows for those queries; tells the problems that no single cell shows.
        together: The field that holds rows together, wherever they stand in the file.
        check: A last question to the database.
    """

    columns: tuple[Column, ...]
    queries: tuple[str, ...]
    prepare: Callable[[Iterable[Row], Known, Problems, Scratch], Iterator[Prepared]]
    together: str | None = None
    check: Check | None = None

    def shown(self, name: str, value: Any) -> str | None:
        """A field's value as the file would say it."""
        column = next((column for column in self.columns if column.field == name), None)
        return column.shown(value) if column else value


@dataclass(frozen=True)
class Bound:
    """A layout's columns, found in one file."""

    places: tuple[tuple[int, Column], ...]
    header: tuple[str, ...]
    dialled: frozenset[int]

    def place(self, field: str) -> int:
        """In which cell the field stands."""
        return next(place for place, column in self.places if column.field == field)

    def texts(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells that we know, by field; a row that ends early has empty cells."""
        return {column.field: cells[place] if place < len(cells) else "" for place, column in self.places}


def bind(layout: Layout, header: Sequence[str], problems: Problems) -> Bound | None:
    """Find the layout's columns in a file's header; None, and it is told, when one is missing or stands there twice."""
    titles = {plain(title): place for place, title in enumerate(header) if title}
    found = [(_place(column, titles), column) for column in layout.columns]
    places = tuple((place, column) for place, column in found if place is not None)
    own_names = {column.field: column.names[0] for column in layout.columns}
    problems.titles = own_names | {column.field: header[place] for place, column in places}
    missing = [column for place, column in found if place is None and column.required]
    for column in missing:
        expected = _("een kolom met de naam %(name)s", name=" / ".join(column.names))
        problems.tell(1, column.field, "", expected, nearest(column.names[0], [title for title in header if title]))
    twice = [place for place, _column in places if _tell_doubles(header, place, problems)]
    dialled = frozenset(place for place, column in places if column.dialled)
    return None if missing or twice else Bound(places, tuple(header), dialled)


def already_there(row: int) -> str:
    """What to say of a row that says again what an earlier row said."""
    return str(_("iets dat nog niet op rij %(row)s staat", row=row))


def _tell_doubles(header: Sequence[str], place: int, problems: Problems) -> bool:
    """Whether the column at this place has the title of another; which of the two is meant, only the sender knows."""
    same = [other for other, title in enumerate(header, 1) if title and plain(title) == plain(header[place])]
    if len(same) > 1:
        numbers = ", ".join(map(str, same))
        problems.tell(
            1,
            header[place],
            header[place],
            _("één kolom met deze naam, en niet de kolommen %(numbers)s", numbers=numbers),
        )
    return len(same) > 1


def _place(column: Column, titles: Mapping[str, int]) -> int | None:
    return next((titles[plain(name)] for name in column.names if plain(name) in titles), None)


def parse_line(line: Line, bound: Bound, problems: Problems) -> Row:
    """Check every cell of a line by itself, and tell all that is wrong with them."""
    number, cells = line
    if len(cells) > len(bound.header) and (surplus := " ".join(cells[len(bound.header) :]).strip()):
        problems.tell(number, "", surplus, _("niet meer cellen dan er kolommen zijn"))
    if find_bsn(";".join(cells)):
        _refuse_bsn(line, bound, problems)
    values, wrong = {}, set()
    for place, column in bound.places:
        if place < len(cells) and (text := cells[place]):
            values[column.field] = problems.check(number, column.field, text, sound(column.parse))
            if values[column.field] is None:
                wrong.add(column.field)
        else:
            values[column.field] = column.empty
            if column.required:
                problems.tell(number, column.field, "", _("een waarde; deze cel mag niet leeg zijn"))
                wrong.add(column.field)
    return Row(number, values, frozenset(wrong))


@cache
def sound(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """A parser that first asks for a text of a length that people type, without characters that nobody sees.

    It remembers the last texts that were right: in most columns the same ones come back in row after row.
    """

    @lru_cache(KEPT)
    def parse_sound(text: str) -> Any:
        if len(text) > LONGEST:
            raise MismatchError(_("hooguit %(most)s tekens", most=LONGEST))
        if not text.isprintable() and UNSEEN.search(text):
            raise MismatchError(_("een tekst zonder onzichtbare tekens"))
        return parse(text)

    return parse_sound


def _refuse_bsn(line: Line, bound: Bound, problems: Problems) -> None:
    number, cells = line
    for place, cell in enumerate(cells):
        if place not in bound.dialled and find_bsn(cell):
            title = bound.header[place] if place < len(bound.header) else ""
            problems.tell(number, title, cell, _("geen negen cijfers die een BSN kunnen zijn"))
