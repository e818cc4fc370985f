"""Logging in with a password, staying in, and going out."""

import pytest
from argon2 import PasswordHasher, extract_parameters

from app.accounts import passwords
from app.accounts.links import make_login_link
from app.accounts.passwords import hash_password
from app.platform.access import Role
from tests.support.site import REGION, add_account, make_site

EMAIL = f"{Role.AUDITOR}@{REGION.lower()}.example"
PASSWORD = "vier losse woorden samen"
REFUSED = "Dit e-mailadres en wachtwoord horen niet bij elkaar."


@pytest.fixture
def account(graph) -> str:
    """The id of an account with a password."""
    account = add_account(graph, Role.AUDITOR)
    keep_hash(graph, hash_password(PASSWORD))
    return account


def keep_hash(graph, text: str) -> None:
    graph.driver.execute_query("MATCH (a:Account {email: $email}) SET a.password_hash = $text", email=EMAIL, text=text)


def kept_hash(graph) -> str:
    found = graph.driver.execute_query("MATCH (a:Account {email: $email}) RETURN a.password_hash AS kept", email=EMAIL)
    return found.records[0]["kept"]


def log_in(client, email=EMAIL, password=PASSWORD, **more):
    return client.post("/inloggen", data={"email": email, "password": password, **more})


def logged_in(client) -> bool:
    return client.get("/wachtwoord").status_code == 200


def by_link(site, graph, settings):
    client = site.test_client()
    client.post(make_login_link(graph, settings, EMAIL).removeprefix(settings.public_url))
    assert logged_in(client)
    return client


def test_the_right_password_lets_in(site, account):
    client = site.test_client()
    assert log_in(client, email=f" {EMAIL.upper()} ").status_code == 302
    assert logged_in(client)


@pytest.mark.parametrize(("email", "password"), [(EMAIL, "iets anders"), ("niemand@x.example", PASSWORD), ("", "")])
def test_whatever_is_wrong_the_answer_is_the_same(site, account, email, password):
    client = site.test_client()
    answer = log_in(client, email, password)
    assert answer.status_code == 422
    assert REFUSED in answer.text
    assert not logged_in(client)


def test_who_set_no_password_has_none(site, graph):
    add_account(graph, Role.AUDITOR)
    assert log_in(site.test_client(), password="").status_code == 422
    assert log_in(site.test_client(), password="None").status_code == 422


def test_a_closed_account_does_not_come_in(site, graph, account):
    graph.driver.execute_query("MATCH (a:Account {email: $email}) SET a.closed_at = datetime()", email=EMAIL)
    assert log_in(site.test_client()).status_code == 422


def test_somebody_who_is_not_there_costs_the_same_work(site, account, monkeypatch):
    class Counting(PasswordHasher):
        parameters = ()

        def verify(self, kept, password):
            self.parameters = (*self.parameters, extract_parameters(kept))
            return super().verify(kept, password)

    monkeypatch.setattr(passwords, "HASHER", hasher := Counting())
    for email in (EMAIL, "niemand@x.example"):
        assert log_in(site.test_client(), email, "iets anders").status_code == 422
    there, nobody = hasher.parameters
    assert there == nobody


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/kaart?gemeente=Oirsbeek", "/kaart?gemeente=Oirsbeek"),
        ("https://elders.example/", "/"),
        ("//elders.example/", "/"),
        ("/\\elders.example/", "/"),
        ("/\t/elders.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_login_leads_on_to_a_page_of_this_site_only(site, account, wanted, led_to):
    client = site.test_client()
    assert log_in(client, next=wanted).location == led_to


def test_the_page_that_was_asked_for_survives_the_login(site, account):
    client = site.test_client()
    sent = client.get("/wachtwoord?van=mail")
    assert sent.status_code == 302
    assert 'value="/wachtwoord?van=mail"' in client.get(sent.location).text


def test_the_session_is_new_and_its_cookie_guarded(site, account):
    client = site.test_client()
    with client.session_transaction() as session:
        session["planted"] = "by somebody else"
        session["language"] = "nl"
    cookie = log_in(client).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    with client.session_transaction() as session:
        assert "planted" not in session
        assert session["language"] == "nl"


def test_attempts_on_one_account_are_limited_wherever_they_come_from(site, account):
    answers = []
    for number in range(11):
        client = site.test_client()
        client.environ_base["REMOTE_ADDR"] = f"10.0.0.{number}"
        answers.append(log_in(client, email="niemand@x.example").status_code)
    assert answers == [422] * 10 + [429]


def test_attempts_from_one_address_are_limited_whomever_they_try(site, account):
    client = site.test_client()
    answers = [log_in(client, email=f"{number}@x.example") for number in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


def test_older_parameters_are_replaced_at_the_next_login(site, graph, account):
    keep_hash(graph, PasswordHasher(time_cost=1, memory_cost=8192).hash(PASSWORD))
    log_in(site.test_client())
    assert kept_hash(graph).startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert log_in(site.test_client()).status_code == 302


def test_logging_out_makes_a_copy_of_the_cookie_worthless(site, account):
    client, thief = site.test_client(), site.test_client()
    log_in(client)
    thief.set_cookie("session", client.get_cookie("session").value)
    assert logged_in(thief)
    assert client.post("/uitloggen").location == "/inloggen"
    assert not logged_in(client)
    assert not logged_in(thief)


def test_a_forged_cookie_is_nobody(site, account):
    client = site.test_client()
    log_in(client)
    value = client.get_cookie("session").value
    client.set_cookie("session", value[:-2] + ("AA" if value[-2:] != "AA" else "BB"))
    assert not logged_in(client)


def test_who_came_by_link_sets_a_password(site, graph, settings):
    add_account(graph, Role.AUDITOR)
    client, elsewhere = by_link(site, graph, settings), by_link(site, graph, settings)
    assert "Uw wachtwoord van nu" not in client.get("/wachtwoord").text
    assert client.post("/wachtwoord", data={"new": PASSWORD}).status_code == 302
    assert logged_in(client)
    assert not logged_in(elsewhere)
    assert log_in(site.test_client()).status_code == 302


def test_who_came_by_password_types_it_again(site, account):
    client = site.test_client()
    log_in(client)
    assert "Uw wachtwoord van nu" in client.get("/wachtwoord").text
    other = "een heel andere zin"
    assert client.post("/wachtwoord", data={"new": other}).status_code == 422
    assert client.post("/wachtwoord", data={"new": other, "current": "mis"}).status_code == 422
    assert client.post("/wachtwoord", data={"new": other, "current": PASSWORD}).status_code == 302
    assert log_in(site.test_client()).status_code == 422
    assert log_in(site.test_client(), password=other).status_code == 302


@pytest.mark.parametrize("new", ["", "te kort", "x" * 129, "mijn naam is iemand"])
def test_a_poor_password_is_refused_and_said_why(site, graph, settings, new):
    add_account(graph, Role.AUDITOR)
    client = by_link(site, graph, settings)
    answer = client.post("/wachtwoord", data={"new": new})
    assert answer.status_code == 422
    assert 'aria-describedby="new-problem"' in answer.text
    assert kept_hash(graph) is None


def test_a_password_is_kept_as_argon2id_and_changing_it_is_audited(site, graph, settings):
    account = add_account(graph, Role.AUDITOR)
    by_link(site, graph, settings).post("/wachtwoord", data={"new": PASSWORD})
    assert kept_hash(graph).startswith("$argon2id$")
    [record] = graph.driver.execute_query("MATCH (e:AuditEvent) RETURN properties(e) AS event").records
    assert (record["event"]["action"], record["event"]["subject"]) == ("accounts.change_password", account)
    assert PASSWORD not in str(record["event"])


def test_under_https_the_cookie_goes_over_https_only(settings, graph, account):
    site = make_site(settings.model_copy(update={"base_url": "https://lijnen.example"}), graph)
    cookie = log_in(site.test_client()).headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie


def test_behind_a_proxy_attempts_are_counted_by_who_stands_behind_it(settings, graph):
    site = make_site(settings.model_copy(update={"trusted_proxies": 1}), graph)

    def attempts(number: int) -> list[int]:
        headers = {"X-Forwarded-For": f"203.0.113.1, 203.0.113.{number}"}
        return [site.test_client().post("/inloggen/geraden", headers=headers).status_code for _ in range(21)]

    assert attempts(7) == [410] * 20 + [429]
    assert attempts(8)[0] == 410


def test_without_a_proxy_nobody_names_her_own_address(site):
    answers = [
        site.test_client().post("/inloggen/geraden", headers={"X-Forwarded-For": f"203.0.113.{number}"}).status_code
        for number in range(21)
    ]
    assert answers == [410] * 20 + [429]
