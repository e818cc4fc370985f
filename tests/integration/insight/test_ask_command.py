"""`lijn ask`: the same answers as the pages."""

import json

import pytest
from click.testing import CliRunner

from app.config import Settings
from app.insight.commands import ask
from app.insight.links import store
from tests.integration.insight.links.small_region import write_small_region
from tests.support.site import REGION


@pytest.fixture
def command(settings, address, graph):
    """Ask about the small region on the tests' database."""
    write_small_region(graph)
    store.answer.cache_clear()
    reached = {"neo4j_uri": address.uri, "neo4j_user": address.user, "neo4j_password": address.password}
    found = Settings.model_validate(settings.model_dump() | reached)
    return lambda *arguments: CliRunner().invoke(ask, arguments, obj=found, env={"COLUMNS": "200"})


@pytest.mark.parametrize("question", ["bruggenbouwers", "schakels", "routes"])
def test_every_question_has_tables_and_json(command, question):
    shown, data = command(question), command(question, "--json")
    assert (shown.exit_code, data.exit_code) == (0, 0)
    assert question in shown.stdout or "same-cases" in shown.stdout
    assert json.loads(data.stdout)


def test_the_answer_is_that_of_the_page(command):
    [row] = json.loads(command("schakels", "--json", "--region", REGION).stdout)["same_cases"]
    assert (row["one"]["name"], row["other"]["name"], len(row["cases"])) == ("GGD-team Oost", "wijkteam Oost", 3)
    assert row["cases"][0]["opened"] == "2026-01-05"
    assert "Sanne Prins, Joost Maas" in command("schakels").stdout


def test_a_region_must_be_there_and_chosen(command, graph):
    assert "PO-99-02" in command("routes", "--region", "PO-98-77").stderr
    graph.driver.execute_query("CREATE (:Region {code: 'PO-98-77', name: 'Nog een', revision: 0})")
    assert command("routes").exit_code == 1
    graph.driver.execute_query("MATCH (r:Region) DETACH DELETE r")
    assert "lijn region" in command("routes").stderr
