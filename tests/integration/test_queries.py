"""Every named query does what its header says, and its plan looks things up instead of reading everything."""

import re

import pytest

from app.platform.graph.queries import NamedQuery, all_names, named_query
from tests.query_examples import BY_PARAMETER, BY_QUERY

COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
PARAMETER = re.compile(r"\$(\w+)")
NO_SCOPE = re.compile(r"^// No scope: \w+", re.MULTILINE)
BIG_LABELS = {"Person", "Organisation", "Referral", "Handover", "Account"}
READS_EVERYTHING = {
    "AllNodesScan",
    "CartesianProduct",
    "DirectedAllRelationshipsScan",
    "UndirectedAllRelationshipsScan",
}


def example(query: NamedQuery) -> dict:
    """The parameters to run a query with."""
    known = BY_PARAMETER | BY_QUERY.get(query.name, {})
    missing = set(query.parameters) - known.keys()
    assert not missing, f"put an example of {missing} of {query.name} in tests/query_examples.py"
    return {name: known[name] for name in query.parameters}


def operators(plan: dict) -> list[tuple[str, str]]:
    """The name of each operator of a plan, with what it works on."""
    name = plan["operatorType"].partition("@")[0]
    below = [found for child in plan.get("children", []) for found in operators(child)]
    return [(name, plan["args"].get("Details", "")), *below]


@pytest.fixture
def rolled_back(demo_graph):
    """A transaction on the fictitious region that leaves nothing behind."""
    with demo_graph.driver.session() as session, session.begin_transaction() as transaction:
        yield transaction
        transaction.rollback()


@pytest.mark.parametrize("name", all_names())
def test_the_header_says_what_goes_in(name):
    query = named_query(name)
    assert query.answers
    assert set(PARAMETER.findall(COMMENT.sub("", query.text))) == set(query.parameters)
    assert ("scope" in query.parameters) != bool(NO_SCOPE.search(query.text))


@pytest.mark.parametrize("name", all_names())
def test_the_header_says_what_comes_out(name, rolled_back):
    query = named_query(name)
    result = rolled_back.run(query.text, example(query))
    assert tuple(result.keys()) == query.columns
    result.consume()


@pytest.mark.parametrize("name", all_names())
def test_the_plan_looks_things_up(name, rolled_back):
    query = named_query(name)
    plan = rolled_back.run(f"EXPLAIN {query.text}", example(query)).consume().plan
    for operator, details in operators(plan):
        assert operator not in READS_EVERYTHING, details
        if operator.endswith(("NodeByLabelScan", "NodeByLabelsScan")):
            assert not BIG_LABELS & set(re.findall(r"\w+", details)), f"{operator} {details}"


def test_every_example_is_of_a_query_and_a_parameter_that_exist():
    names = set(all_names())
    assert BY_QUERY.keys() <= names
    for name, values in BY_QUERY.items():
        assert values.keys() <= set(named_query(name).parameters), name
    assert BY_PARAMETER.keys() <= {parameter for name in names for parameter in named_query(name).parameters}
