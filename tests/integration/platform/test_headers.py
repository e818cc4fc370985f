"""Every answer, also an error or a file, says to the browser what it may not do with it."""

import pytest

from app.platform.access import Role, public
from tests.support.site import make_site

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


@pytest.fixture
def client(site):
    """A client of the site, which has one page that fails."""
    site.add_url_rule("/stuk", view_func=public(lambda: 1 / 0))
    return site.test_client()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/inloggen", 200),
        ("/", 302),
        ("/static/logo.svg", 200),
        ("/static/nergens.css", 404),
        ("/nergens", 404),
        ("/taal/nl", 405),
        ("/stuk", 500),
        ("/healthz", 200),
        ("/inloggen/geraden", 410),
        ("/accounts", 302),
    ],
)
def test_every_answer_is_guarded(client, path, status):
    answer = client.get(path)
    answer.close()
    assert answer.status_code == status
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert STRICT.items() <= policy.items()
    assert "unsafe" not in str(policy)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["X-Request-Id"]
    assert len(answer.headers.getlist("Content-Security-Policy")) == 1


def test_pages_are_not_kept_but_files_are(client):
    assert client.get("/inloggen").headers["Cache-Control"] == "no-store"
    with client.get("/static/logo.svg") as answer:
        assert "immutable" in answer.headers["Cache-Control"]
    assert client.get("/static/nergens.css").headers["Cache-Control"] == "no-store"


def test_only_under_https_the_browser_is_told_to_stay_there(client, settings, graph):
    assert "Strict-Transport-Security" not in client.get("/inloggen").headers
    safe = make_site(settings.model_copy(update={"base_url": "https://lijnen.example"}), graph)
    assert "max-age=31536000" in safe.test_client().get("/inloggen").headers["Strict-Transport-Security"]


def test_each_request_has_its_own_number(client):
    assert client.get("/healthz").headers["X-Request-Id"] != client.get("/healthz").headers["X-Request-Id"]


def test_who_posts_without_being_in_is_not_led_back_to_the_post(client):
    assert client.get("/wachtwoord?van=mail").location == "/inloggen?next=/wachtwoord?van%3Dmail"
    assert client.post("/wachtwoord").location == "/inloggen"


def test_the_language_that_was_chosen_stays(client_as):
    client = client_as(Role.AUDITOR)
    assert client.post("/taal/en", data={"back": "/wachtwoord?x=1"}).location == "/wachtwoord?x=1"
    page = client.get("/wachtwoord").text
    assert '<html lang="en"' in page
    assert "Your new password" in page
    assert client.post("/taal/xx").status_code == 404
    assert client.post("/taal/nl", data={"back": "//elders.example"}).location == "/"
