"""The route that is offered is the one that a plain reading of all cases finds."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from statistics import median

import pytest

from app.platform.access import Scope
from app.referrals.store import shortest_route
from tests.support.site import REGION

KINDS = ("bao", "bao", "bao", "wijkteam", "jeugdhulp", "swv", "jgz")
PLACES = ("Veldhoek", "Oost", None)

WRITE = """
MERGE (r:Region {code: $region}) ON CREATE SET r.revision = 0, r.name = $region
WITH r
CALL (r) { UNWIND $organisations AS row MERGE (o:Organisation {id: row.id}) SET o += row MERGE (o)-[:IN_REGION]->(r) }
CALL (r) {
  UNWIND $cases AS row
  CREATE (c:Referral {id: $region + '/' + row.number, number: row.number, theme: row.theme, opened: row.days[0],
                      closed: row.closed, outcome: row.outcome})-[:IN_REGION]->(r)
  WITH c, row UNWIND range(1, size(row.stops) - 1) AS n
  MATCH (giver:Organisation {id: row.stops[n - 1]})
  MATCH (taker:Organisation {id: row.stops[n]})
  CREATE (c)-[:STEP {n: n}]->(h:Handover {at: row.days[n - 1], accepted_at: row.days[n - 1]})
  CREATE (giver)<-[:FROM]-(h)-[:TO]->(taker)
}
"""


def a_region(rng: Random) -> tuple[list[dict], list[dict]]:
    """Random organisations, and cases with random walks over a few of them."""
    organisations = [
        {"id": f"o{i}", "name": f"O{i}", "kind": kind, "municipality": rng.choice(PLACES)}
        for i, kind in enumerate(KINDS)
    ]
    cases = []
    for number in range(rng.randrange(20, 90)):
        stops = [f"o{rng.randrange(3)}"]
        while len(stops) < rng.choice((2, 2, 3, 4)):
            stops.append(rng.choice([row["id"] for row in organisations[1:] if row["id"] != stops[-1]]))
        day, days = date(2026, 1, 5), []
        for _step in stops[1:]:
            day += timedelta(days=rng.randrange(30))
            days.append(day)
        closed = day + timedelta(days=rng.randrange(40)) if rng.random() < 0.85 else None
        outcome = closed and rng.choice(("placed", "placed", "supported", "withdrawn", "other"))
        theme = rng.choice(("gedrag", "gedrag", "taal"))
        cases.append(
            {"number": f"N{number}", "theme": theme, "stops": stops, "days": days, "closed": closed, "outcome": outcome}
        )
    return organisations, cases


def by_hand(organisations: list[dict], cases: list[dict], theme: str, giver: str, fewest: int):
    """The shortest route, read case by case."""
    known = {row["id"]: row for row in organisations}

    def alike(stop: str) -> bool:
        return all(known[stop][field] == known[giver][field] for field in ("kind", "municipality"))

    took = defaultdict(list)
    for case in cases:
        if case["theme"] != theme or case["outcome"] not in {"placed", "supported"}:
            continue
        places = [i for i, stop in enumerate(case["stops"][:-1]) if alike(stop)]
        if places and giver not in (way := tuple(case["stops"][places[-1] + 1 :])):
            took[way].append((case["closed"] - case["days"][places[-1]]).days)
    ways = [(len(way), median(days), way, len(days)) for way, days in took.items() if len(days) >= fewest]
    return min(ways, default=None)


@pytest.mark.parametrize("seed", range(6))
def test_it_is_the_shortest_that_worked(graph, seed):
    organisations, cases = a_region(Random(seed))
    graph.driver.execute_query(WRITE, region=REGION, organisations=organisations, cases=cases)
    found_any = False
    for fewest in (1, 3, 5):
        scope = Scope(REGION, "p", ("o0",), fewest_cases=fewest)
        for giver in (row["id"] for row in organisations):
            for theme in ("gedrag", "taal"):
                expected, found = (
                    by_hand(organisations, cases, theme, giver, fewest),
                    shortest_route(graph, scope, theme, giver),
                )
                told = found and (len(found.stops), found.days, tuple(stop.id for stop in found.stops), found.cases)
                assert told == expected, (giver, theme, fewest)
                found_any = found_any or told is not None
    assert found_any


def test_a_route_of_another_region_is_not_offered(graph):
    organisations, cases = a_region(Random(1))
    graph.driver.execute_query(WRITE, region="PO-99-03", organisations=organisations, cases=cases)
    graph.driver.execute_query("MERGE (r:Region {code: $code}) SET r.revision = 0", code=REGION)
    assert shortest_route(graph, Scope(REGION, "p", ("o0",), fewest_cases=1), "gedrag", "o0") is None
