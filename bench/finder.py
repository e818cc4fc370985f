"""How long the finder takes, beside its two queries alone.

Aims: p95 within 50 ms on one region, and within 80 ms on sixty.
"""

from collections.abc import Callable
from itertools import cycle

from app.finder import store
from app.finder.model import Asked
from app.platform.access import WARM_WAY_VISIBILITIES, Scope
from app.platform.graph import Graph
from app.platform.names import THEME_NAMES
from bench.measure import Speed, measured

AGE = 8


def run(graph: Graph, scope: Scope) -> list[Speed]:
    """The finder for every theme in turn, beside its two queries and a query that asks nothing.

    Args:
        graph: A database with at least the viewer's region in it.
        scope: Who asks: a person, and the organisations as which she looks.
    """
    finding = cycle(questions(graph, scope))
    return [
        measured("finder", lambda: store.find_answer(graph, scope, next(finding))),
        measured("bare Cypher", bare(graph, scope)),
        measured("RETURN 1", lambda: graph.driver.execute_query("RETURN 1", routing_="r", database_="neo4j")),
    ]


def questions(graph: Graph, scope: Scope) -> list[Asked]:
    """A question about every theme, at the viewer's own place."""
    choices = store.list_choices(graph, scope)
    return [Asked(theme, AGE, choices.own.place or "") for theme in THEME_NAMES]


def bare(graph: Graph, scope: Scope) -> Callable[[], None]:
    """What asks the finder's two queries, for every theme in turn, and does nothing with the answer."""
    asked = questions(graph, scope)
    partners = {one: [hit.partner.id for hit in store.find_answer(graph, scope, one).hits] for one in asked}
    turn = cycle(asked)
    always = {"scope": scope.parameters(), "visibilities": list(WARM_WAY_VISIBILITIES)}

    def two_queries() -> None:
        one = next(turn)
        graph.read("finder/list_partners", **always, theme=one.theme, age=one.age)
        graph.read("finder/find_ways", **always, partner_ids=partners[one])

    return two_queries
