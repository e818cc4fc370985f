"""The plans of the queries: they start at the region and multiply nothing."""

import pytest

from app.platform.access import region_scope
from app.platform.graph import Graph
from app.platform.graph.queries import named_query
from bench.links import QUERIES

PARAMETERS = {"one": "a", "other": "b", "kept": []}


@pytest.mark.parametrize("name", [*QUERIES, "list_shared_cases", "list_norms", "keep_norms"])
def test_the_plan_starts_at_an_index(graph: Graph, name: str):
    text = f"EXPLAIN {named_query(f'insight/{name}').text}"
    scope = region_scope("PO-98-01").parameters()
    left = [graph.driver.execute_query(text, scope=scope, **PARAMETERS).summary.plan]
    operators = []
    while left:
        step = left.pop()
        operators.append(step["operatorType"])
        left += step.get("children", [])
    assert any(operator.startswith("NodeUniqueIndexSeek") for operator in operators)
    assert not [operator for operator in operators if operator.startswith(("AllNodesScan", "CartesianProduct"))]
