"""The sociale kaart: what a search costs beside the bare full-text query, and beside a route that does nothing.

Aim: a search within 1.5 × its bare query + 15 ms, and the same at 1 and at 60 regions.
"""

from app.directory.search.store import MOST_CANDIDATES, Narrowing, list_organisations, search
from app.platform.access import Scope
from app.platform.fulltext import spelling_query, stem_query, typed_words
from app.platform.graph import Graph
from bench.measure import median

TYPED = ("noor de wit", "lidne", "thuiszitters", "ib veldhoek", "jeugd", "de")
FULL_TEXT = """
CALL db.index.fulltext.queryNodes('directory_spelling', $spelling, {limit: $most}) YIELD node, score
RETURN node.id AS id, score
UNION ALL
CALL db.index.fulltext.queryNodes('directory_words', $words, {limit: $most}) YIELD node, score
RETURN node.id AS id, score
"""


def run(graph: Graph, scope: Scope) -> list[tuple[str, float]]:
    """Medians, in seconds, all from the same database; of the texts, each its own."""
    times = []
    for text in TYPED:
        times.append((f"search «{text}»", median(lambda t=text: search(graph, scope, t, Narrowing()))))
        times.append((f"full text «{text}»", median(lambda t=text: bare(graph, scope, t))))
    times.append(("list", median(lambda: list_organisations(graph, scope, Narrowing(), ("", "")))))
    times.append(("RETURN 1", median(lambda: graph.driver.execute_query("RETURN 1", routing_="r"))))
    return times


def bare(graph: Graph, scope: Scope, text: str) -> int:
    """Both indexes asked by the driver alone, nothing looked up; returns how many candidates there are."""
    words = typed_words(text)
    records = graph.driver.execute_query(
        FULL_TEXT,
        spelling=spelling_query(scope.region, words, every=True),
        words=stem_query(scope.region, words, every=True),
        most=MOST_CANDIDATES,
        routing_="r",
    ).records
    return len(records)
