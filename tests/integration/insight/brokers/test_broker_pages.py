"""The pages about brokers, as an SWV manager gets them."""

import re

import pytest

from app.insight.brokers.picture import LEFT
from app.platform.access import Role
from app.platform.graph import Graph
from bench.brokers import forget
from tests.integration.insight.brokers.small_region import write_small_region


@pytest.fixture
def manager(graph: Graph, client_as):
    write_small_region(graph)
    forget()
    return client_as(Role.SWV_MANAGER)


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.get_data(as_text=True).split())


def test_the_page_says_who_and_what_next(manager):
    page = text_of(manager, "/bruggenbouwers")
    assert "<strong>Noor de Wit</strong> (IB, De Linde) is voor <strong>3 scholen</strong> de enige weg" in page
    assert "Voorstel: Kim Kat, wijkteam Berg; 2 van deze scholen willen dit contact graag." in page
    assert page.index("/bruggenbouwers/noor") < page.index("/bruggenbouwers/zoe") < page.index("/bruggenbouwers/ann")
    assert "Gemeten over 13 gedeelde contacten" in page
    assert "3 oktober 2026" in page


def test_filters_narrow_the_rows_and_the_download(manager):
    page = text_of(manager, "/bruggenbouwers?gemeente=Berg&soort=jeugdhulp")
    assert "/bruggenbouwers/zoe" in page
    assert "/bruggenbouwers/noor" not in page
    table = manager.get("/bruggenbouwers.csv?gemeente=Berg&soort=jeugdhulp").get_data().decode("utf-8-sig")
    header, *rows = table.splitlines()
    assert header.startswith("Naam;Functie;Organisatie;Soort;Gemeente;")
    assert [row.split(";")[0] for row in rows] == ["Zoë Zand"]


def test_a_choice_without_brokers_leads_back(manager):
    page = text_of(manager, "/bruggenbouwers?soort=vso")
    assert "Bij deze keuze hoort geen bruggenbouwer." in page
    assert 'href="/bruggenbouwers"' in page


def test_the_first_rows_are_shown_and_all_when_asked(manager, monkeypatch):
    monkeypatch.setattr("app.insight.brokers.routes.FIRST", 2)
    assert "/bruggenbouwers/ann" not in text_of(manager, "/bruggenbouwers")
    assert "/bruggenbouwers/ann" in text_of(manager, "/bruggenbouwers?alles=ja")


def test_why_does_this_stand_here(manager):
    page = text_of(manager, "/bruggenbouwers/noor")
    assert "Ann Aerts → Noor de Wit → Zoë Zand (Zorg Een)" in page
    assert page.count("geen weg meer") == 3
    assert 'role="img"' in page
    assert "+55,0%" in page
    assert "focus=noor" in page
    pairs = manager.get("/bruggenbouwers/noor.csv").get_data().decode("utf-8-sig").splitlines()
    assert pairs[0] == "Organisatie;Andere organisatie;Stappen nu;Stappen dan"
    assert "De Akker;Zorg Een;2;" in pairs


def test_a_picture_that_leaves_schools_out_says_so(manager, monkeypatch):
    assert "Getekend" not in text_of(manager, "/bruggenbouwers/noor")
    monkeypatch.setattr("app.insight.brokers.picture.MOST", 2)
    assert "Getekend: 2 van 3 scholen. De hele lijst staat in de tabel." in text_of(manager, "/bruggenbouwers/noor")


def test_the_planted_broker_has_all_her_schools_drawn(demo_client_as):
    client = demo_client_as(Role.SWV_MANAGER)
    first = re.search(r'href="(/bruggenbouwers/[^"]+)"', text_of(client, "/bruggenbouwers"))[1]
    page = text_of(client, first)
    assert page.count("geen weg meer") == 11
    left = [int(x) for x in re.findall(r'<circle class="kind-(?:bao|sbo|so)" cx="(\d+)"', page)]
    assert left.count(LEFT) >= 11
    assert "Getekend" not in page


def test_a_broker_whom_no_school_needs_has_her_kinds_drawn(manager):
    page = text_of(manager, "/bruggenbouwers/kim")
    assert "Elke school houdt een weg naar jeugdhulp." in page
    assert 'class="kind-sbo"' in page


@pytest.mark.parametrize("page", ["/bruggenbouwers/nobody", "/bruggenbouwers/nobody.csv"])
def test_who_is_not_there_is_not_found(manager, page: str):
    assert manager.get(page).status_code == 404


def test_somebody_of_another_region_is_not_found(manager, client_as):
    assert client_as(Role.SWV_MANAGER, "PO-99-03").get("/bruggenbouwers/noor").status_code == 404


def test_a_region_without_ties_says_what_to_do(client_as):
    page = text_of(client_as(Role.AUDITOR), "/bruggenbouwers")
    assert "Er zijn nog te weinig gegevens" in page


def test_every_number_leads_to_its_meaning(manager):
    meaning = text_of(manager, "/uitleg")
    for address in ("/bruggenbouwers", "/bruggenbouwers/noor"):
        links = [part.split('"')[0] for part in text_of(manager, address).split("/uitleg#")[1:]]
        assert links
        assert [link for link in links if f'id="{link}"' not in meaning] == []


def test_the_planted_broker_stands_on_top(demo_client_as):
    page = text_of(demo_client_as(Role.SWV_MANAGER), "/bruggenbouwers")
    assert "<strong>Noor de Wit</strong> (IB, De Linde) is voor <strong>11 scholen</strong> de enige weg" in page
    assert "Voorstel: Karim Aydin, wijkteam Noord; 4 van deze scholen willen dit contact graag." in page


def test_a_theme_leaves_who_worked_on_it(demo_graph: Graph, demo_client_as):
    client = demo_client_as(Role.SWV_MANAGER)
    worked = demo_graph.driver.execute_query(
        "MATCH (r:Referral {theme: 'hoogbegaafd'})-[:STEP]->()-[:BY|FOR]->(p) WHERE r.id STARTS WITH 'PO-99-01' "
        "RETURN collect(DISTINCT p.name) AS names"
    ).records[0]["names"]
    rows = client.get("/bruggenbouwers.csv").get_data(as_text=True).splitlines()[1:]
    narrowed = client.get("/bruggenbouwers.csv?thema=hoogbegaafd").get_data(as_text=True).splitlines()[1:]
    assert narrowed == [row for row in rows if row.partition(";")[0] in worked]
    assert 0 < len(narrowed) < len(rows)
    assert "wie aan een aanvraag met dit thema werkte" in text_of(client, "/bruggenbouwers?thema=hoogbegaafd")
