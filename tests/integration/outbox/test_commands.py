"""The commands about mail, and what `lijn doctor` says of it, as who runs the installation uses them."""

import json

import pytest
from click.testing import CliRunner, Result
from pydantic import SecretStr

from app.config import Settings
from app.outbox.commands import check_entries, post
from app.outbox.worker import clock, send_due
from app.platform.access import Role
from app.platform.commands import doctor
from tests.integration.outbox.conftest import EMAIL
from tests.support.site import REGION, add_account
from tests.unit.outbox.test_bounces import report

OTHER = "PO-99-03"


@pytest.fixture
def run(address, mail_settings):
    """Run a command on the session's database and the test's mail server."""
    place = {"neo4j_uri": address.uri, "neo4j_user": address.user, "neo4j_password": SecretStr(address.password)}
    settings: Settings = mail_settings.model_copy(update=place)

    def invoke(command, *words: str, given: bytes | None = None, **changed: str | None) -> Result:
        return CliRunner().invoke(command, words, obj=settings.model_copy(update=changed), input=given)

    return invoke


@pytest.fixture
def addressed(graph):
    """The addresses for which a mail waits."""

    def look() -> list[str]:
        return [record["to"] for record in graph.driver.execute_query("MATCH (m:Mail) RETURN m.to AS to").records]

    return look


@pytest.fixture
def sent(graph, mail_settings, postbox, queue, person) -> bytes:
    """The report about a mail that the mail server took, and that did not arrive."""
    queue(EMAIL, person)
    send_due(graph, mail_settings, clock)
    return report(postbox.taken[-1]["Message-ID"])


def test_a_dry_run_counts_and_asks_nobody(run, person, addressed):
    done = run(check_entries, "--dry-run")
    assert done.stdout == f"{REGION}: 1 zou een mail krijgen.\n"
    assert addressed() == []


def test_everybody_is_asked_once_in_every_region(run, graph, person, addressed):
    add_account(graph, Role.PARTNER, OTHER)
    done = run(check_entries)
    assert sorted(done.stdout.splitlines()) == [
        "0 verlopen wijzigingen gewist.",
        *(f"{region}: 1 mail staat klaar; «lijn post» verstuurt wat klaarstaat." for region in (REGION, OTHER)),
    ]
    assert sorted(addressed()) == sorted([EMAIL, f"partner@{OTHER.lower()}.example"])
    assert "1 mail staat klaar" not in run(check_entries).stdout
    assert len(addressed()) == 2


def test_one_region_can_be_asked_alone(run, graph, person, addressed):
    add_account(graph, Role.PARTNER, OTHER)
    assert run(check_entries, "--region", REGION).exit_code == 0
    assert addressed() == [EMAIL]


def test_a_region_that_is_not_there_is_named_with_those_that_are(run, person, addressed):
    done = run(check_entries, "--region", "PO-00-00")
    assert done.exit_code == 1
    assert f"Er is geen regio PO-00-00. Wel: {REGION}." in done.stderr
    assert addressed() == []


def test_a_report_is_read_from_a_file_and_from_a_pipe(run, tmp_path, sent, tasks):
    path = tmp_path / "report.eml"
    path.write_bytes(sent)
    assert "er is een taak bij" in run(post, "--bounces", str(path)).stderr
    assert "niets nieuws" in run(post, "--bounces", "-", given=sent).stderr
    assert tasks() == ["mail_bounced"]


@pytest.mark.parametrize("given", [b"", b"Subject: hallo\n\ntekst", report("<iemand@anders.example>")])
def test_what_is_no_report_of_ours_is_let_be(run, sent, tasks, given):
    done = run(post, "--bounces", "-", given=given)
    assert (done.exit_code, tasks()) == (0, [])
    assert "niets nieuws" in done.stderr


def test_a_report_needs_no_mail_server(run, sent, tasks):
    assert run(post, "--bounces", "-", given=sent, smtp_host=None).exit_code == 0
    assert tasks() == ["mail_bounced"]


def on_mail(done: Result) -> tuple[str, str]:
    """What the doctor says about mail, and what to do."""
    [found] = [finding for finding in json.loads(done.stdout) if finding["subject"] == "mail"]
    return found["state"], found["advice"]


def test_the_doctor_counts_what_waits_and_says_what_to_set(run, queue):
    state = "geen mailserver: er gaat niets uit; {} in de wachtrij"
    assert on_mail(run(doctor, "--json", smtp_host=None)) == (state.format(0), "")
    queue(EMAIL)
    advice = "Zet SMTP_HOST en MAIL_FROM, en start «lijn post»."
    assert on_mail(run(doctor, "--json", smtp_host=None)) == (state.format(1), advice)


def test_the_doctor_names_the_mail_server_and_misses_a_sender(run, graph, mail_settings):
    state = f"127.0.0.1:{mail_settings.smtp_port}; 0 in de wachtrij"
    assert on_mail(run(doctor, "--json")) == (state, "")
    advice = "Zet MAIL_FROM, als «Korte Lijnen <post@swv.example>»."
    assert on_mail(run(doctor, "--json", mail_from=None)) == (state, advice)
