"""Contacts from a file, beside the same rows, prepared, through a bare UNWIND."""

import csv
import tempfile
import time
from itertools import islice, permutations
from pathlib import Path

from app.exchange.importing import BATCH, import_file
from app.platform.access import region_scope
from app.platform.graph import Graph
from app.platform.signals import imported

ROWS = 20_000
TIMES = 5
MAKE_PEOPLE = """
MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'Bench', r.revision = 0
MERGE (o:Organisation {id: $region}) ON CREATE SET o.kind = 'wijkteam', o.name = $region, o.name_key = toLower($region)
MERGE (o)-[:IN_REGION]->(r)
WITH o UNWIND $emails AS email
MERGE (p:Person {email: email}) ON CREATE SET p.id = email, p.name = email
MERGE (p)-[:WORKS_AT {role: 'IB'}]->(o)"""
FORGET_TIES = "MATCH (:Organisation {id: $region})<-[:WORKS_AT]-(:Person)-[c:CONTACT]->() DELETE c"
BARE = """
UNWIND $rows AS row
MATCH (ego:Person {email: row.from})
CALL (row) { MATCH (alter:Person {email: row.to}) RETURN alter }
MERGE (ego)-[c:CONTACT]->(alter)
SET c += row.values"""
VALUES = {"state": "present", "visibility": "shared", "frequency": "weekly"}


def run(graph: Graph) -> list[tuple[str, float, float]]:
    """Per kind of file: its name, our seconds and the bare seconds, each the fastest of `TIMES` in turns."""
    scope = region_scope("PO-99-98")
    emails = [f"p{number}@bench.example" for number in range(200)]
    pairs = list(islice(permutations(emails, 2), ROWS))
    query(graph, MAKE_PEOPLE, region=scope.region, emails=emails)
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "contacten.csv", pairs)
        rows = [{"from": ego, "to": alter, "values": VALUES} for ego, alter in pairs]
        ours, bare = [], []
        for _ in range(TIMES):
            # What follows an import (the map is drawn anew) is no part of it, and the bare rows have no such end.
            with imported.muted():
                ours.append(timed(lambda: import_file(graph, scope, "contacten", path)))
            query(graph, FORGET_TIES, region=scope.region)
            bare.append(timed(lambda: unwind(graph, rows)))
            query(graph, FORGET_TIES, region=scope.region)
    return [(f"contacten, {ROWS} rows", min(ours), min(bare))]


def unwind(graph: Graph, rows: list[dict]) -> None:
    """The rows in one transaction, in batches as large as ours."""
    with graph.driver.session() as session, session.begin_transaction() as transaction:
        for start in range(0, len(rows), BATCH):
            transaction.run(BARE, rows=rows[start : start + BATCH]).consume()
        transaction.commit()


def query(graph: Graph, text: str, **parameters: object) -> None:
    """Run a query that only the bench has."""
    graph.driver.execute_query(text, parameters)


def write(path: Path, pairs: list[tuple[str, str]]) -> Path:
    """The file that a region would send."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("van", "naar", "zichtbaar", "hoe vaak"))
        writer.writerows((ego, alter, "gedeeld", "wekelijks") for ego, alter in pairs)
    return path


def timed(call) -> float:
    """How long one call takes, in seconds."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started
