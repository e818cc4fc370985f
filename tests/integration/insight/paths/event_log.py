"""A log of handovers: how a test writes one, and what a reader works out of its rows without our code.

The rows are those of the import file, with organisations and people by id. The reading shares nothing with the
application: sequences by sorting, quantiles by their textbook definitions, Kaplan–Meier by Efron's redistribution.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from app.platform.graph import Graph

MAKE = """
MERGE (region:Region {code: $region}) ON CREATE SET region.revision = 0
WITH region
CALL (region) {
  UNWIND $organisations AS row
  MERGE (o:Organisation {id: row.id}) SET o += row
  MERGE (o)-[:IN_REGION]->(region)
}
CALL (region) {
  UNWIND $cases AS row
  CREATE (:Referral {id: $region + '/' + row.zaak, number: row.zaak, theme: row.thema, opened: row.geopend,
                     closed: row.gesloten})-[:IN_REGION]->(region)
}
CALL () {
  UNWIND $rows AS row
  MATCH (r:Referral {id: $region + '/' + row.zaak})
  MATCH (giver:Organisation {id: row.van}) MATCH (taker:Organisation {id: row.naar})
  CREATE (r)-[:STEP {n: row.stap}]->(h:Handover {at: row.overgedragen, accepted_at: row.aangenomen})
  CREATE (h)-[:FROM]->(giver) CREATE (h)-[:TO]->(taker)
  MERGE (by:Person {id: row.door}) MERGE (for:Person {id: row.voor})
  CREATE (h)-[:BY]->(by) CREATE (h)-[:FOR]->(for)
}
"""


class Row(NamedTuple):
    """One handover, as the import file has it; `door` and `voor` are the people's ids."""

    zaak: str
    thema: str
    geopend: date
    gesloten: date | None
    stap: int
    van: str
    naar: str
    overgedragen: date
    aangenomen: date | None
    door: str
    voor: str


def write(graph: Graph, region: str, organisations: Iterable[dict[str, str]], rows: Sequence[Row]) -> None:
    """Put a log in the graph."""
    with graph.driver.session() as session:
        session.run(
            MAKE,
            region=region,
            organisations=list(organisations),
            cases=[row._asdict() for row in rows if row.stap == 1],
            rows=[row._asdict() for row in rows],
        ).consume()


@dataclass
class Durations:
    """What ended and what still runs, in days."""

    ended: list[int]
    running: list[int]

    @property
    def summary(self) -> tuple[int, int, float | None, float | None]:
        """Count, running, median, p90."""
        both = (self.quantile(Fraction(1, 2)), self.quantile(Fraction(9, 10)))
        return (len(self.ended) + len(self.running), len(self.running), *both)

    def quantile(self, share: Fraction) -> float | None:
        """Type 7 when all have ended, else Kaplan and Meier's."""
        return self.redistributed(share) if self.running else self.interpolated(share)

    def interpolated(self, share: Fraction) -> float | None:
        """Hyndman & Fan 1996, type 7: the value at place (n − 1)·p from 0, on the line between its neighbours."""
        if not self.ended:
            return None
        ordered, place = sorted(self.ended), (len(self.ended) - 1) * share
        below, above = int(place), min(int(place) + 1, len(self.ended) - 1)
        return float(ordered[below] + (place - below) * (ordered[above] - ordered[below]))

    def redistributed(self, share: Fraction) -> float | None:
        """Efron 1967: everybody weighs alike; who still runs leaves her weight to all who took longer."""
        line = sorted([(day, 0) for day in self.ended] + [(day, 1) for day in self.running])
        gone, weight = Fraction(0), Fraction(1, len(line))
        for place, (day, runs) in enumerate(line):
            later = len(line) - place - 1
            if runs and later:
                weight += weight / later
            elif not runs:
                gone += weight
                if gone >= share:
                    return float(day)
        return None


@dataclass
class Reading:
    """What a log says of one route."""

    cases: set[str]
    throughput: Durations
    waiting: list[Durations]
    handling: list[Durations]
    people: list[int]


def read_routes(rows: Iterable[Row], kinds: dict[str, str]) -> dict[tuple[tuple[str, ...], str], Reading]:
    """Every route of the log: by its kinds of organisation and its last organisation."""
    rows = list(rows)
    until = last_day(rows)
    found: dict[tuple[tuple[str, ...], str], Reading] = {}
    for number, steps in walks(rows).items():
        stops = [steps[0].van, *(step.naar for step in steps)]
        key = (tuple(kinds[stop] for stop in stops), stops[-1])
        empty = [[Durations([], []) for _ in steps] for _ in range(2)]
        reading = found.setdefault(key, Reading(set(), Durations([], []), *empty, []))
        reading.cases.add(number)
        reading.people.append(len({person for step in steps for person in (step.door, step.voor)}))
        note(reading.throughput, steps[0].geopend, steps[0].gesloten, until)
        leaves = [*(step.overgedragen for step in steps[1:]), steps[0].gesloten]
        for place, (step, left) in enumerate(zip(steps, leaves, strict=True)):
            note(reading.waiting[place], step.overgedragen, step.aangenomen, left or until)
            if step.aangenomen:
                note(reading.handling[place], step.aangenomen, left, until)
    return found


def note(durations: Durations, start: date, end: date | None, seen: date) -> None:
    """Put down how long it took, or how long it was seen to run."""
    (durations.ended if end else durations.running).append(((end or seen) - start).days)


def read_loops(rows: Iterable[Row]) -> dict[frozenset[str], tuple[set[str], float, float]]:
    """Every circle of the log: its cases, and the medians of the days lost and of the people on a case."""
    lost: dict[frozenset[str], dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    people = {}
    for number, steps in walks(rows).items():
        stops = [steps[0].van, *(step.naar for step in steps)]
        people[number] = len({person for step in steps for person in (step.door, step.voor)})
        seen: dict[str, int] = {}
        for place, stop in enumerate(stops):
            if stop in seen and seen[stop] < place - 1:
                circle = frozenset(stops[seen[stop] : place])
                lost[circle][number] += [steps[seen[stop]].overgedragen, steps[place - 1].overgedragen]
            seen[stop] = place
    return {
        circle: (
            set(cases),
            median((max(found) - min(found)).days for found in cases.values()),
            median(people[number] for number in cases),
        )
        for circle, cases in lost.items()
    }


def walks(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The steps of each case, in order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.zaak, row.stap)):
        found[row.zaak].append(row)
    return found


def last_day(rows: Iterable[Row]) -> date:
    """The last day that stands anywhere in the log."""
    return max(day for row in rows for day in (row.geopend, row.gesloten, row.overgedragen, row.aangenomen) if day)
