"""The pages of Trage routes: what stands on them, for whom, and what to do when there is nothing."""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import html5lib
import pytest

from app.platform.access import Role
from app.platform.graph import Graph
from tests.integration.insight.paths.event_log import Row, write
from tests.support.site import REGION, PageClient

ORGANISATIONS = [
    {"id": "school-1", "kind": "bao", "name": "De Linde", "municipality": "Veldhoek"},
    {"id": "school-2", "kind": "bao", "name": "De Akker", "municipality": "Dommelrijk"},
    {"id": "verband", "kind": "swv", "name": "Het Verband"},
    {"id": "rivium", "kind": "jeugdhulp", "name": "Rivium"},
    {"id": "team", "kind": "wijkteam", "name": "wijkteam Noord"},
]
SLOW = "/trage-routes/bao-swv-jeugdhulp--rivium"
RARE = "/trage-routes/bao-wijkteam-bao-wijkteam--team"


def rows_of(number: str, opened: date, *stops: tuple[str, int], closed: bool = True) -> list[Row]:
    """A case along these organisations, each with the days it waited before that one took it on."""
    rows, day = [], opened
    for n, ((giver, _), (taker, wait)) in enumerate(pairwise(stops), 1):
        accepted = day + timedelta(wait)
        rows.append(Row(number, "taal", opened, None, n, giver, taker, day, accepted, f"{giver}-p", f"{taker}-p"))
        day = accepted + timedelta(7)
    return [row._replace(gesloten=day if closed else None) for row in rows]


@pytest.fixture
def log(graph: Graph) -> None:
    """Six cases that waited nine weeks, five that went straight and waited three, one that went round."""
    rows: list[Row] = []
    for number in range(6):
        way = (("school-1", 0), ("verband", 5), ("rivium", 63))
        rows += rows_of(f"Z{number}", date(2025, 9, 1 + number), *way, closed=number > 0)
    for number in range(6, 11):
        rows += rows_of(f"Z{number}", date(2026, 9, 1), ("school-2", 0), ("rivium", 21))
    rows += rows_of("Z11", date(2026, 8, 31), ("school-1", 0), ("team", 3), ("school-1", 4), ("team", 6))
    write(graph, REGION, ORGANISATIONS, rows)


def text_of(client: PageClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    tree = html5lib.parse(response.get_data(as_text=True), namespaceHTMLElements=False)
    return " ".join(" ".join(tree.find(".//main").itertext()).split())


@pytest.mark.usefixtures("log")
def test_the_slowest_route_stands_first_with_its_numbers(client_as: Callable[..., PageClient]):
    page = client_as(Role.SWV_MANAGER).get("/trage-routes").get_data(as_text=True)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    [section] = [element for element in tree.iter("section") if element.get("id") == "routes"]
    first = " ".join(" ".join(section.find(".//tbody/tr").itertext()).split())
    assert "school → SWV → jeugdhulp : Rivium" in first
    assert "Het Verband → Rivium" in first
    for told in ("9 weken", "1 open", "1 stap, 3 weken"):
        assert told in first
    assert "Gemeten over 12 aanvragen, tot en met 4 oktober 2026." in text_of(
        client_as(Role.SWV_MANAGER), "/trage-routes"
    )


@pytest.mark.usefixtures("log")
def test_the_evidence_says_why_and_which_line_was_shorter(client_as: Callable[..., PageClient]):
    page = text_of(client_as(Role.SWV_MANAGER), SLOW)
    assert "De route school → SWV → jeugdhulp wacht 9 weken bij Rivium;" in page
    assert "6 aanvragen in schooljaar 2025-2026 en 0 sinds 1 augustus." in page
    assert "Er was een kortere weg: 1 school ging rechtstreeks naar Rivium. Daar was het wachten 3 weken." in page
    assert "Volgende stap: bespreek met Rivium of meer aanvragen die weg kunnen gaan." in page
    assert "nog geen lijn van hooguit vijf contacten" in page
    assert "Z0 De Linde 1 september 2025 loopt nog" in page


@pytest.mark.usefixtures("log")
def test_a_loop_is_told_with_its_days_and_people(client_as: Callable[..., PageClient]):
    page = client_as(Role.SWV_MANAGER).get("/trage-routes").get_data(as_text=True)
    loops = page[page.index('id="loops"') :]
    assert "De Linde" in loops
    assert "wijkteam Noord" in loops
    assert "Z11" in loops


def test_a_long_list_is_cut_and_can_be_shown_whole(client_as: Callable[..., PageClient], graph: Graph):
    schools = [{"id": f"school-{n}", "kind": "bao", "name": f"School {n}"} for n in range(30)]
    rows = [
        row for n in range(29) for row in rows_of(f"Z{n}", date(2026, 9, 1), (f"school-{n}", 0), (f"school-{n + 1}", n))
    ]
    write(graph, REGION, schools, rows)
    client = client_as(Role.SWV_MANAGER)
    page = client.get("/trage-routes").get_data(as_text=True)
    assert "Toon alle 29 routes" in page
    assert "Routes met minder dan 5 aanvragen staan onderaan" in page
    assert page.count("/trage-routes/bao-bao--") == 25
    assert client.get("/trage-routes?alle=ja").get_data(as_text=True).count("/trage-routes/bao-bao--") == 29


@pytest.mark.usefixtures("log")
def test_the_auditor_sees_no_path_on_fewer_than_five_cases(client_as: Callable[..., PageClient]):
    manager, auditor = client_as(Role.SWV_MANAGER), client_as(Role.AUDITOR)
    assert manager.get(RARE).status_code == 200
    assert auditor.get(RARE).status_code == 404
    assert auditor.get(SLOW).status_code == 200
    page = auditor.get("/trage-routes").get_data(as_text=True)
    assert "wijkteam--team" not in page
    assert "Z11" not in page
    assert "wijkteam Noord" not in auditor.get("/trage-routes.csv").get_data(as_text=True)


@pytest.mark.usefixtures("log")
def test_filters_narrow_the_page_and_travel_with_its_links(client_as: Callable[..., PageClient]):
    client = client_as(Role.SWV_MANAGER)
    page = client.get("/trage-routes?gemeente=Dommelrijk").get_data(as_text=True)
    assert "bao-jeugdhulp--rivium?gemeente=Dommelrijk" in page
    assert "bao-swv-jeugdhulp" not in page
    assert client.get(f"{SLOW}?gemeente=Dommelrijk").status_code == 404
    assert "Geen aanvraag past bij deze keuze." in text_of(client, "/trage-routes?thema=angst")


@pytest.mark.usefixtures("log")
def test_the_download_has_a_row_for_every_route(client_as: Callable[..., PageClient]):
    response = client_as(Role.SWV_MANAGER).get("/trage-routes.csv")
    rows = list(csv.reader(response.get_data().decode("utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == 1 + 3
    assert rows[1][:4] == ["Basisschool > Samenwerkingsverband > Jeugdhulp", "Rivium", "6", "1"]


@pytest.mark.usefixtures("log")
def test_the_loops_can_be_taken_along(client_as: Callable[..., PageClient]):
    manager = client_as(Role.SWV_MANAGER)
    assert 'href="/rondjes.csv"' in manager.get("/trage-routes").text
    response = manager.get("/rondjes.csv")
    rows = list(csv.reader(response.get_data().decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [row[0] for row in rows] == ["Tussen wie", "De Linde, wijkteam Noord"]
    assert rows[1][1:3] == ["Basisschool, Wijkteam", "1"]
    assert rows[1][5] == "Z11"
    auditor = client_as(Role.AUDITOR).get("/rondjes.csv").get_data(as_text=True)
    assert "De Linde" not in auditor, "one case is for the manager only"


def test_without_referrals_the_page_says_what_to_do(client_as: Callable[..., PageClient]):
    page = client_as(Role.SWV_MANAGER).get("/trage-routes").get_data(as_text=True)
    assert "Er zijn nog geen aanvragen in deze regio." in page
    assert 'href="/inlezen' in page


def test_an_unknown_route_is_not_there(client_as: Callable[..., PageClient]):
    assert client_as(Role.SWV_MANAGER).get("/trage-routes/bao-swv--niets").status_code == 404


@pytest.mark.usefixtures("log")
def test_every_number_leads_to_its_explanation(client_as: Callable[..., PageClient]):
    client = client_as(Role.SWV_MANAGER)
    explained = html5lib.parse(client.get("/uitleg").get_data(as_text=True), namespaceHTMLElements=False)
    known = {element.get("id") for element in explained.iter()}
    for address in ("/trage-routes", SLOW):
        page = html5lib.parse(client.get(address).get_data(as_text=True), namespaceHTMLElements=False)
        wanted = {link.get("href").partition("/uitleg#")[2] for link in page.iter("a")} - {""}
        assert wanted
        assert wanted <= known
