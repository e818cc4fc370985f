"""Two files at the same moment: the second waits, and sees what the first made."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from app.exchange.importing import import_file
from tests.integration.exchange.conftest import PEOPLE, SCHOOLS


def test_of_two_of_the_same_file_one_makes_everything_and_one_changes_nothing(region):
    for kind, text in (("scholen", SCHOOLS), ("personen", PEOPLE)):
        path, together = region.write(text, f"{kind}.csv"), Barrier(2)

        def take(_number: int, kind=kind, path=path, together=together):
            together.wait()
            return import_file(region.graph, region.scope, kind, path)

        with ThreadPoolExecutor(2) as pool:
            first, second = sorted(pool.map(take, range(2)), key=lambda report: -report.created)
        assert first.created == first.rows_read
        assert (second.created, second.changed) == (0, 0)
    assert region.ask("MATCH (o:Organisation) WITH o.name AS name, count(*) AS times WHERE times > 1 RETURN name") == []
    assert region.ask("MATCH (p)-[w:WORKS_AT]->(o) WITH p, o, count(w) AS times WHERE times > 1 RETURN p.name") == []
