"""Every error is a page: a sentence, what to do now, a number; never a trace, and never somebody's name in a log."""

import re
import time

import pytest

from app.platform.access import Role, public
from app.platform.graph import Address, Graph
from tests.support.site import REGION, client_of, make_site

SECRET = "noor@linde.example"


@pytest.fixture
def broken_site(site):
    """The application, with a page that always fails."""

    @site.get("/stuk")
    @public
    def broken() -> None:
        raise ValueError(SECRET)

    return site


@pytest.fixture
def away_site(settings):
    """The application, its database out of reach."""
    graph = Graph(Address("bolt://127.0.0.1:1", "neo4j", "nothing answers on this port"))
    yield make_site(settings, graph)
    graph.close()


def test_a_page_that_is_not_there(site):
    answer = site.test_client().get("/nergens")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text


def test_the_wrong_method_says_which_ones_there_are(site):
    answer = site.test_client().get("/taal/nl")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}
    assert "Zo kan deze pagina niet" in answer.text


def test_too_large_a_form(site):
    site.config["MAX_CONTENT_LENGTH"] = 1000
    answer = site.test_client().post("/inloggen", data={"email": "x" * 2000})
    assert answer.status_code == 413
    assert "Dit bestand is te groot" in answer.text


def test_too_often(site):
    client = site.test_client()
    answers = [client.post("/inloggen") for _ in range(11)]
    assert answers[-1].status_code == 429
    assert "Even wachten" in answers[-1].text
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


def test_a_form_without_its_secret_has_expired(site):
    site.config["WTF_CSRF_ENABLED"] = True
    client = site.test_client()
    for path in ("/inloggen", "/inloggen/geraden", "/taal/en", "/uitloggen"):
        answer = client.post(path, data={"csrf_token": "made up"})
        assert answer.status_code == 400, path
        assert "Dit formulier is verlopen" in answer.text


def test_a_form_with_its_secret_works(site):
    site.config["WTF_CSRF_ENABLED"] = True
    client = site.test_client()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/inloggen").text)[1]
    assert client.post("/taal/en", data={"csrf_token": token, "back": "/inloggen"}).status_code == 302


def test_a_failure_gives_a_number_and_no_trace(broken_site, capsys):
    answer = broken_site.test_client().get("/stuk")
    assert answer.status_code == 500
    number = answer.headers["X-Request-Id"]
    assert f"<code>{number}</code>" in answer.text
    for trace in (SECRET, "Traceback", "ValueError", ".py"):
        assert trace not in answer.text
    logged = capsys.readouterr()
    assert number in logged.out + logged.err
    assert "in broken" in logged.out + logged.err
    assert SECRET not in logged.out + logged.err


@pytest.mark.parametrize("path", ["/wachtwoord", "/nergens", "/inloggen"])
def test_without_its_database_the_site_says_so_soon(away_site, path):
    began = time.monotonic()
    answer = client_of(away_site, "somebody").get(path)
    assert answer.status_code == 503
    assert "De gegevens zijn even niet te bereiken" in answer.text
    assert answer.headers["Retry-After"] == "60"
    assert time.monotonic() - began < 10


def test_when_the_database_is_back_the_reader_is_still_logged_in(settings, graph, client_as, away_site):
    client = client_as(Role.AUDITOR)
    real, away = client.application.extensions["graph"], away_site.extensions["graph"]
    client.application.extensions["graph"] = away
    assert client.get("/wachtwoord").status_code == 503
    client.application.extensions["graph"] = real
    assert client.get("/wachtwoord").status_code == 200


def test_a_reader_of_a_database_that_was_since_restored_gets_on_after_one_error(client_as):
    client = client_as(Role.AUDITOR)
    with client.session_transaction() as session:
        session["bookmarks"] = ["made by another database"]
    assert client.get("/wachtwoord").status_code == 500
    assert client.get("/wachtwoord").status_code == 200


def test_a_machine_is_told_in_json(site, away_site):
    for path in ("/healthz", "/readyz"):
        answer = site.test_client().get(path)
        assert (answer.status_code, answer.json) == (200, {"status": "ok"})
    assert away_site.test_client().get("/healthz").json == {"status": "ok"}
    answer = away_site.test_client().get("/readyz")
    assert (answer.status_code, answer.json) == (503, {"status": "no database"})


def test_logs_hold_no_names_or_addresses(site, graph, capsys):
    client = site.test_client()
    client.environ_base["REMOTE_ADDR"] = "203.0.113.77"
    client.get(f"/inloggen/{SECRET}")
    client.post("/inloggen", data={"email": SECRET, "password": "een geheim"})
    client.get(f"/nergens/{SECRET}?naam={REGION}")
    logged = capsys.readouterr()
    assert "route=/inloggen/<token>" in logged.out + logged.err
    for personal in (SECRET, "linde", "geheim", "203.0.113.77", REGION):
        assert personal not in logged.out + logged.err
