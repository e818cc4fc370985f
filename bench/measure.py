"""How long something takes."""

import statistics
import time
from collections.abc import Callable

TIMES = 7


def median(call: Callable[[], object], times: int = TIMES) -> float:
    """The median duration of a call in seconds, after one call that does not count."""
    call()
    durations = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        durations.append(time.perf_counter() - started)
    return statistics.median(durations)
