"""`lijn login-link`: how the first people come in."""

import pytest
from click.testing import CliRunner

from app.accounts.commands import login_link
from app.config import Settings
from app.platform.access import Role
from tests.support.site import REGION, add_account

EMAIL = f"ib@{REGION.lower()}.example"


@pytest.fixture
def command(settings, address, graph):
    """Run the command on the tests' database."""
    reached = settings.model_copy(
        update={"neo4j_uri": address.uri, "neo4j_user": address.user, "neo4j_password": address.password}
    )
    found = Settings.model_validate(reached.model_dump())
    return lambda *arguments: CliRunner().invoke(login_link, arguments, obj=found)


def test_it_prints_a_link_that_works(site, graph, settings, command):
    add_account(graph, Role.IB)
    result = command(EMAIL.upper())
    assert result.exit_code == 0
    [link] = result.stdout.splitlines()
    assert site.test_client().post(link.removeprefix(settings.public_url)).status_code == 302


def test_with_a_role_it_makes_the_account(graph, command):
    add_account(graph, Role.IB)
    graph.driver.execute_query("MATCH (a:Account) DETACH DELETE a")
    assert command(EMAIL).exit_code == 1
    assert command(EMAIL, "--role", "beheerder").exit_code == 0
    [record] = graph.driver.execute_query("MATCH (a:Account) RETURN a.email AS email, a.role AS role").records
    assert tuple(record) == (EMAIL, "beheerder")


def test_for_somebody_unknown_it_says_what_to_do(command):
    result = command("niemand@x.example", "--role", "beheerder")
    assert result.exit_code == 1
    assert "lijn import personen" in result.stderr
    assert "Traceback" not in result.output


def test_a_role_that_does_not_exist_is_refused(command):
    assert command(EMAIL, "--role", "koning").exit_code == 2
