"""How long the finder takes: on one region, and with many regions in the same database.

`python -m bench.finder 12` loads twelve regions in a database of its own, and measures in the first of them before and
after. Aims: p95 within 50 ms on one region, and within 80 ms on sixty.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

import seed
from app.config import Settings
from app.demo import load_demo
from app.exchange.importing import import_file
from app.finder import store
from app.finder.model import Asked
from app.platform.access import WARM_WAY_VISIBILITIES, Role, Scope, region_scope
from app.platform.graph import Graph
from app.platform.serve import open_graph

MOST_REGIONS = 60
TIMES = 100
AGE = 8


class Speed(NamedTuple):
    """Seconds: half of the calls are done within the median, nineteen in twenty within p95."""

    what: str
    median: float
    p95: float


def measured(what: str, call: Callable[[], object], times: int = TIMES) -> Speed:
    """Call it many times, after ten calls that do not count."""
    for _ in range(10):
        call()
    durations = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        durations.append(time.perf_counter() - started)
    return Speed(what, statistics.median(durations), statistics.quantiles(durations, n=20)[-1])


def run(graph: Graph, scope: Scope) -> list[Speed]:
    """The finder for every theme in turn, beside its two queries and a query that asks nothing.

    Args:
        graph: A database with at least the viewer's region in it.
        scope: Who asks: a person, and the organisations as which she looks.
    """
    choices = store.list_choices(graph, scope)
    questions = [Asked(theme.code, AGE, choices.own.place or "") for theme in choices.themes]
    partners = {asked: [hit.partner.id for hit in store.find_answer(graph, scope, asked).hits] for asked in questions}
    finding, bare, nothing = cycle(questions), cycle(questions), {"scope": scope.parameters()}

    def two_queries() -> None:
        asked = next(bare)
        graph.read("finder/list_partners", **nothing, theme=asked.theme, age=asked.age)
        graph.read("finder/find_ways", **nothing, visibilities=list(WARM_WAY_VISIBILITIES), partner_ids=partners[asked])

    def return_one() -> None:
        graph.driver.execute_query("RETURN 1", routing_="r", database_="neo4j")

    return [
        measured("finder", lambda: store.find_answer(graph, scope, next(finding))),
        measured("bare Cypher", two_queries),
        measured("RETURN 1", return_one),
    ]


def load_regions(graph: Graph, folder: Path, count: int, told: Callable[[str], None] = lambda _: None) -> None:
    """Put the regions 2 to `count` beside the fictitious one, through the same importers."""
    for number in range(2, count + 1):
        region = seed.generate(folder / str(number), seed.RegionSize(number=number))
        told(region.name)
        scope = region_scope(region.code)
        with graph.transaction() as transaction:
            transaction.run("platform/create_region", scope=scope.parameters(), name=region.name)
        files = ("scholen", region.schools), ("personen", region.people), ("aanbod", region.offers)
        for kind, path in (*files, ("contacten", region.contacts), ("verwijzingen", region.referrals)):
            report = import_file(graph, scope, kind, path)
            if report.problems:
                raise RuntimeError(f"{kind}: {report.problems[0]}")


def school_leader(graph: Graph, folder: Path) -> Scope:
    """The fictitious region, loaded, and its school leader's scope."""
    accounts = load_demo(graph, folder / "1")
    asker = store.find_asker(graph, next(account.email for account in accounts if account.role is Role.SCHOOLLEIDER))
    if asker is None:
        raise LookupError(Role.SCHOOLLEIDER)
    return asker.scope


def shown(title: str, rows: list[Speed]) -> Table:
    """The rows as a table, in milliseconds, with the ratio to a query that asks nothing."""
    table = Table("what", "median ms", "p95 ms", "× RETURN 1", title=title, title_justify="left")
    for row in rows:
        ratio = row.median / rows[-1].median
        table.add_row(row.what, f"{row.median * 1000:.1f}", f"{row.p95 * 1000:.1f}", f"{ratio:.1f}")
    return table


def main(count: int) -> None:
    """Measure on one region and on `count`, and leave nothing behind."""
    folder, console = Path(tempfile.mkdtemp()), Console(width=120)
    try:
        with open_graph(Settings(var=folder, neo4j_uri=None)) as graph:
            scope = school_leader(graph, folder)
            console.print(shown("finder, 1 region", run(graph, scope)))
            with console.status("") as status:
                load_regions(graph, folder, count, status.update)
            console.print(shown(f"finder, {count} regions", run(graph, scope)))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MOST_REGIONS)
