"""How long something takes."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from rich.table import Table

FEW, MANY = 7, 100


class Speed(NamedTuple):
    """Seconds: half of the calls are done within the median, nineteen in twenty within p95."""

    what: str
    median: float
    p95: float


def measured(what: str, call: Callable[[], object]) -> Speed:
    """Call it many times, after ten calls that do not count."""
    for _ in range(10):
        call()
    return speed_of(what, [timed(call) for _ in range(MANY)])


def speed_of(what: str, durations: list[float]) -> Speed:
    """The median and the p95 of some durations, in seconds."""
    return Speed(what, statistics.median(durations), statistics.quantiles(durations, n=20)[-1])


def median(call: Callable[[], object], times: int = FEW) -> float:
    """The median duration of a call in seconds, after one call that does not count."""
    call()
    return statistics.median(timed(call) for _ in range(times))


def timed(call: Callable[[], object]) -> float:
    """How many seconds one call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def shown(title: str, rows: list[Speed]) -> Table:
    """The rows as a table, in milliseconds, with the ratio to a query that asks nothing."""
    table = Table("what", "median ms", "p95 ms", "× RETURN 1", title=title, title_justify="left")
    for row in rows:
        ratio = row.median / rows[-1].median
        table.add_row(row.what, f"{row.median * 1000:.1f}", f"{row.p95 * 1000:.1f}", f"{ratio:.1f}")
    return table
