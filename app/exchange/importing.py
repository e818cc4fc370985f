"""Import of one file: check and write it as it is read, in one transaction; with any problem all of it is undone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.exchange.area import Area
from app.exchange.known import Known
from app.exchange.layouts import LAYOUTS
from app.exchange.layouts.layout import Bound, Layout, Prepared, Row, bind, parse_line
from app.exchange.problems import Problem, Problems
from app.exchange.reading import Line, UnreadableError, open_table
from app.exchange.scratch import Scratch
from app.exchange.store import Before, Effects, find_refused, load_known, write
from app.platform.access import Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Transaction
from app.platform.signals import imported

BATCH = 1_000
SHOWN_CHANGES = 200

Rows = list[dict[str, Any]]
Batch = dict[str, Rows]
Sent = tuple[Rows, Callable[[], Effects]]


@dataclass(frozen=True)
class Change:
    """One value that became another; the old value is None where there was none, or where it may not be told."""

    row: int
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class ImportReport:
    """What a file did, or would do.

    Attributes:
        kind: Which of the four kinds of file.
        rows_read: How many rows the file has.
        created: How many rows made something new.
        changed: How many rows changed something that was there.
        unchanged: How many rows said what was known already.
        skipped: How many rows lie outside the chosen area.
        written: Whether it was written; never with a problem, in a rehearsal, or when nothing is new.
        problems: Everything that must be put right first.
        changes: The first changes, at most 200.
        change_count: How many changes there are.
    """

    kind: str
    rows_read: int
    created: int
    changed: int
    unchanged: int
    skipped: int
    written: bool
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]
    change_count: int


def import_file(
    graph: Graph,
    scope: Scope,
    kind: str,
    path: Path,
    *,
    municipalities: Iterable[str] = (),
    postcodes: Iterable[str] = (),
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda _rows: None,
) -> ImportReport:
    """Import a file, wholly or not at all.

    Args:
        graph: The database.
        scope: Who imports, into which region.
        kind: `scholen`, `personen`, `contacten` or `verwijzingen`.
        path: The CSV or XLSX file.
        municipalities: Only schools of these municipalities, by name or number.
        postcodes: Only schools with these postcodes, as `9306` or `9300-9399`.
        dry_run: Do everything, and then undo it.
        progress: Called with the number of rows done, a batch at a time.
    """
    area = Area(municipalities, postcodes)
    with graph.transaction() as transaction, closing(Scratch()) as scratch:
        if not dry_run:
            # Two files at once would each make what neither yet sees of the other.
            transaction.run("exchange/take_turn", scope=scope.parameters())
        run = _Run(transaction, scope, LAYOUTS[kind], scratch)
        try:
            run.take(path, area, progress)
        except UnreadableError as error:
            run.problems.tell(error.row, "", "", str(error))
        report = run.report(kind, dry_run=dry_run)
        if report.written:
            counts = {"rows": report.rows_read, "created": report.created, "changed": report.changed}
            record_change(transaction, scope, "exchange.import", kind, after=counts)
        else:
            transaction.rollback()
    if report.written:
        imported.send(graph, scope=scope)
    return report


@dataclass
class _Run:
    """One import under way."""

    transaction: Transaction
    scope: Scope
    layout: Layout
    scratch: Scratch
    problems: Problems = field(default_factory=Problems)
    rows_read: int = 0
    skipped: int = 0
    created: int = 0
    changed: int = 0
    changes: list[Change] = field(default_factory=list)
    change_count: int = 0

    def take(self, path: Path, area: Area, progress: Callable[[int], None]) -> None:
        """Read the file to its end, and write while nothing is wrong."""
        with open_table(path) as table:
            bound = bind(self.layout, table.header, self.problems)
            if bound is None:
                return
            known = load_known(self.transaction, self.scope)
            sent: list[Sent] = []
            for batch in _batches(self._prepared(table.rows, bound, area, known)):
                # The next batch is on its way before the answer to this one is read: the server never waits for us.
                before, sent = sent, self._send(batch)
                self._count(before)
                progress(self.rows_read)
            self._count(sent)
        area.tell_unknown(self.problems)
        progress(self.rows_read)

    def _prepared(self, lines: Iterable[Line], bound: Bound, area: Area, known: Known) -> Iterator[Prepared]:
        if self.layout.together:
            lines = self.scratch.together(lines, bound.place(self.layout.together))
        return self.layout.prepare(self._rows(lines, bound, area), known, self.problems, self.scratch)

    def _rows(self, lines: Iterable[Line], bound: Bound, area: Area) -> Iterator[Row]:
        for line in lines:
            self.rows_read += 1
            if area.is_everywhere or area.covers(bound.texts(line[1])):
                yield parse_line(line, bound, self.problems)
            else:
                self.skipped += 1

    def _send(self, batch: Batch) -> list[Sent]:
        self._ask(batch)
        if self.problems:
            return []
        queries = (query for query in self.layout.queries if batch.get(query))
        return [(batch[query], write(self.transaction, self.scope, query, batch[query])) for query in queries]

    def _count(self, sent: list[Sent]) -> None:
        created: set[int] = set()
        changed: set[int] = set()
        for rows, effects_of_rows in sent:
            effects = effects_of_rows()
            created.update(effects.created)
            changed.update(row for row, _before in effects.changed)
            given = {row["row"]: row for row in rows} if effects.changed else {}
            for row, before in effects.changed:
                if row not in created:
                    self._note(row, before, given[row])
            # The driver keeps each query's parameters until its transaction ends; a long file must not pile up.
            rows.clear()
        self.created += len(created)
        self.changed += len(changed - created)

    def _ask(self, batch: Batch) -> None:
        check = self.layout.check
        if check and (rows := batch.get(check.asks)):
            for found in find_refused(self.transaction, self.scope, check.query, rows):
                self.problems.tell(found.row, check.field, found.value, check.expected(found.known))

    def _note(self, row: int, before: Before, given: dict[str, Any]) -> None:
        self.change_count += len(before)
        for name, old in before[: SHOWN_CHANGES - len(self.changes)]:
            new = given.get("shown", {}).get(name, given["values"].get(name))
            shown = self.layout.shown
            self.changes.append(Change(row, self.problems.titles.get(name, name), shown(name, old), shown(name, new)))

    def report(self, kind: str, *, dry_run: bool) -> ImportReport:
        """What came of it."""
        wrong = bool(self.problems)
        created, changed = (0, 0) if wrong else (self.created, self.changed)
        return ImportReport(
            kind=kind,
            rows_read=self.rows_read,
            created=created,
            changed=changed,
            unchanged=0 if wrong else self.rows_read - self.skipped - created - changed,
            skipped=self.skipped,
            written=bool(created or changed) and not dry_run,
            problems=tuple(sorted(self.problems, key=lambda problem: problem.row or 0)),
            changes=() if wrong else tuple(self.changes),
            change_count=0 if wrong else self.change_count,
        )


def _batches(prepared: Iterable[Prepared]) -> Iterator[Batch]:
    batch: Batch = defaultdict(list)
    for number, row in enumerate(prepared, 1):
        for query, values in row:
            batch[query].append(values)
        if number % BATCH == 0:
            yield batch
            batch = defaultdict(list)
    yield batch
