"""The pages of the finder, and `lijn find`: what may not be told is nowhere in them."""

import json
from threading import Barrier, Thread

import pytest
from click.testing import CliRunner

from app.config import Settings
from app.finder import store
from app.finder.commands import find
from app.finder.model import Asked
from app.platform.access import Role, Scope
from app.platform.i18n import speaking_to_terminal
from tests.integration.finder.small_world import COUNSELLOR, ME, REGION, SCHOOL, put, tie, world
from tests.support.site import add_account, client_of

QUESTION = {"theme": "angst", "age": "8", "place": "Veldhoek"}
SECRET = "Geheime Gerda"
FAR = [tie("p6", "p2", visibility="private"), tie(ME, "p7"), tie("p7", "p6", visibility="private")]


def as_school_leader(site, graph, person: str = ME, role: Role = Role.SCHOOLLEIDER):
    """The client of somebody of the small network."""
    account = f"account-{person}"
    graph.driver.execute_query(
        "MATCH (p:Person {id: $person}) CREATE (:Account {id: $account, email: p.email, role: $role})-[:OF]->(p)",
        person=person, account=account, role=str(role),
    )  # fmt: skip
    return client_of(site, account)


@pytest.fixture
def client(site, graph):
    put(graph, world([*FAR, tie(COUNSELLOR, "p4")], zorg={"waiting_days": 14, "capacity": 3}))
    graph.driver.execute_query("MATCH (p:Person {id: 'p6'}) SET p.name = $name", name=SECRET)
    return as_school_leader(site, graph)


def test_the_page_asks_and_the_answer_has_an_address_of_its_own(client):
    page = client.get("/juiste-partner").text
    assert "Angst en somberheid" in page
    assert 'selected value="Veldhoek"' in page
    answer = client.post("/juiste-partner", data=QUESTION)
    assert answer.status_code == 302
    text = client.get(answer.location).text
    assert (
        "Biedt hulp bij angst en somberheid, wacht 14 dagen, 3 plekken vrij, in dezelfde plaats, nog niet bevestigd."
        in text
    )
    assert "Vraag Naam p1, IB van Bij school; die heeft wekelijks contact met Naam p4 van Bij zorg." in text
    assert "Het dichtst bij u staat Naam p1, IB van Bij school." in text


def test_who_reads_english_is_told_of_the_theme_in_english(client):
    with client.session_transaction() as session:
        session["language"] = "en"
    assert ">Anxiety and low mood</option>" in client.get("/juiste-partner").text
    answer = client.get(client.post("/juiste-partner", data=QUESTION).location).text
    assert "Who can help with anxiety and low mood?" in answer
    assert "Offers help with anxiety and low mood, waits 14 days" in answer
    assert "angst" not in answer.casefold()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"age": "3"}, "van 4 tot en met 18 jaar"),
        ({"age": "acht"}, "van 4 tot en met 18 jaar"),
        ({"theme": "", "age": "8"}, "Kies een thema uit de lijst."),
        ({"theme": "geheim"}, "Kies een thema uit de lijst."),
        ({"place": "Elders"}, "Kies een plaats uit de lijst."),
    ],
)
def test_what_is_wrong_stands_at_the_field(client, graph, change, said):
    answer = client.post("/juiste-partner", data=QUESTION | change)
    assert answer.status_code == 422
    assert said in answer.text
    assert not graph.driver.execute_query("MATCH (q:Question) RETURN q").records


def test_only_who_asked_may_open_it(client, site, graph):
    address = client.post("/juiste-partner", data=QUESTION).location
    colleague = as_school_leader(site, graph, COUNSELLOR, Role.IB)
    elsewhere = client_of(site, add_account(graph, Role.SCHOOLLEIDER, "PO-99-03"))
    for other in (colleague, elsewhere):
        assert other.get(address).status_code == 404
        assert other.post(f"{address}/gewenst/hulp").status_code == 404
        assert other.post(f"{address}/niet-gewenst/hulp").status_code == 404


def test_another_region_s_partners_are_not_there(client, site, graph):
    elsewhere = client_of(site, add_account(graph, Role.SCHOOLLEIDER, "PO-99-03"))
    graph.driver.execute_query("MATCH (o:Organisation {id: 'swv-PO-99-03'}) SET o.place = 'Broek'")
    assert "Veldhoek" not in elsewhere.get("/juiste-partner").text
    text = elsewhere.get(elsewhere.post("/juiste-partner", data=QUESTION | {"place": "Broek"}).location).text
    assert "Bij zorg" not in text
    assert "Niemand in de regio biedt nu deze hulp" in text


def test_a_private_tie_is_nowhere(client, command):
    text = client.get(client.post("/juiste-partner", data=QUESTION).location).text
    for answer in (text, command().stdout, command("--json").stdout):
        assert "Bij zorg" in answer
        assert SECRET not in answer
        assert "p6" not in answer


@pytest.fixture
def command(settings, address, client):
    """Look as the school leader, from the command line."""
    reached = {"neo4j_uri": address.uri, "neo4j_user": address.user, "neo4j_password": address.password}
    found = Settings.model_validate(settings.model_dump() | reached)
    usual = ["--as", f"{ME}@x.example", "--theme", "angst", "--age", "8", "--place", "Veldhoek"]
    return lambda *more: CliRunner().invoke(find, [*usual, *more], obj=found)


def test_the_command_says_what_the_page_says_and_stores_nothing(command, graph):
    shown = command()
    assert "Vraag Naam p1, IB van Bij school; die heeft wekelijks contact met Naam p4 van Bij zorg." in shown.stdout
    assert "Er is niets bewaard" in shown.stderr
    rows = json.loads(command("--json").stdout)["partners"]
    assert {row["id"]: [step["id"] for step in row["way"]] for row in rows} == {"zorg": [COUNSELLOR, "p4"], "hulp": []}
    assert not graph.driver.execute_query("MATCH (q:Question|Telling) RETURN q").records


def test_the_command_names_a_month(command, graph):
    graph.driver.execute_query("MATCH (:Organisation {id: 'zorg'})-[o:OFFERS]->() SET o.verified_at = datetime()")
    assert "bevestigd in" in command().stdout


def test_the_command_speaks_the_language_of_the_terminal(command, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    with speaking_to_terminal():
        shown = command()
    assert "Offers help with anxiety and low mood" in shown.stdout
    assert "Nothing was kept" in shown.stderr


@pytest.mark.parametrize(
    "wrong", [("--theme", "geen"), ("--place", "Elders"), ("--age", "3"), ("--as", "nee@x.example")]
)
def test_the_command_says_what_it_does_not_know(command, wrong):
    assert command(*wrong).exit_code != 0


def own_ties(graph) -> list[tuple[str, str]]:
    rows = graph.driver.execute_query(
        "MATCH (:Person {id: $me})-[c:CONTACT {state: 'desired'}]->(x) RETURN x.id AS id, c.visibility AS seen", me=ME
    ).records
    return [(row["id"], row["seen"]) for row in rows]


def test_a_wanted_contact_is_one_click_and_can_be_undone(client, graph):
    graph.driver.execute_query("MATCH (p:Person {id: $me}) SET p.visibility_default = 'shared'", me=ME)
    address = client.post("/juiste-partner", data=QUESTION).location
    page = client.post(f"{address}/gewenst/hulp", follow_redirects=True).text
    assert "Bij hulp staat nu bij uw gewenste contacten." in page
    assert "Maak ongedaan" in page
    assert own_ties(graph) == [("hulp", "shared")]
    client.post(f"{address}/gewenst/hulp")
    assert own_ties(graph) == [("hulp", "shared")]
    graph.driver.execute_query("MATCH (:Person {id: $me})-[c:CONTACT]->({id: 'hulp'}) SET c.note = 'Van mij'", me=ME)
    assert "Bij hulp staat niet meer" in client.post(f"{address}/niet-gewenst/hulp", follow_redirects=True).text
    assert own_ties(graph) == []
    client.post("/mijn-contacten/hulp/terugzetten")
    assert "Van mij" in client.get("/mijn-contacten/hulp").text, "what she wrote on it is not lost"


def test_a_tie_that_was_there_stays_as_it_was(client, graph):
    graph.driver.execute_query(
        "MATCH (p:Person {id: $me}) MATCH (o:Organisation {id: 'hulp'}) "
        "CREATE (p)-[:CONTACT {state: 'absent', note: 'x'}]->(o)",
        me=ME,
    )
    address = client.post("/juiste-partner", data=QUESTION).location
    client.post(f"{address}/gewenst/hulp")
    client.post(f"{address}/niet-gewenst/hulp")
    [row] = graph.driver.execute_query("MATCH (:Person {id: $me})-[c:CONTACT]->(:Organisation) RETURN c", me=ME).records
    assert dict(row["c"]) == {"state": "absent", "note": "x"}


def at_once(*calls) -> None:
    barrier = Barrier(len(calls))

    def run(call) -> None:
        barrier.wait()
        call()

    threads = [Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_clicks_at_once_make_one_wish_and_two_questions_at_once_one_telling(graph):
    scope = Scope(REGION, ME, (SCHOOL,))
    put(graph, world([tie(ME, "p6"), tie("p6", "p4", visibility="introductions")]))
    asked = Asked("angst", 8, "Veldhoek")
    at_once(*[lambda: store.ask(graph, scope, asked)] * 4)
    assert len(graph.driver.execute_query("MATCH (x:Telling) RETURN x").records) == 1
    question = store.ask(graph, scope, asked)
    at_once(*[lambda: store.want_contact(graph, scope, question, "hulp")] * 4)
    assert own_ties(graph) == [("hulp", "private")]
    wishes = graph.driver.execute_query("MATCH (e:AuditEvent {action: 'finder.want_contact'}) RETURN e").records
    assert len(wishes) == 1
