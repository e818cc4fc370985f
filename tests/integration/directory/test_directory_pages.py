"""The sociale kaart, for everyone who works in the region and nobody else."""

import re
from datetime import UTC, datetime

import pytest

from app.directory.search.store import refresh, refresh_region
from app.platform.access import Role, region_scope
from app.platform.graph import Graph
from tests.integration.insight.map.small_region import HIDDEN, write_small_region
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe
from tests.support.site import REGION, PageClient


@pytest.fixture
def reader(graph: Graph, client_as) -> PageClient:
    write_small_region(graph)
    client = client_as(Role.PARTNER)
    for region in (REGION, HIDDEN):
        refresh_region(graph, region_scope(region))
    return client


def words(client: PageClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.get_data(as_text=True).split("<main")[1]).split())


def test_every_organisation_with_who_works_there_now(reader):
    page = words(reader, "/organisaties")
    assert (
        "De Akker Basisschool Veld 3 De Beuk Speciaal basisonderwijs Berg 2 GGD Oost Jeugdgezondheidszorg Berg 1"
        in page
    )
    assert "Stichting Leeg Schoolbestuur 0" in page
    assert "De Verre School" not in page


def test_searching_by_a_part_of_the_name(reader):
    assert "GGD Oost" not in words(reader, "/organisaties?zoek=++DE+beu")
    assert "De Beuk" in words(reader, "/organisaties?zoek=++DE+beu")
    assert "Niets gevonden" in words(reader, "/organisaties?zoek=zzz")


def test_an_organisation_with_its_people(reader):
    page = words(reader, "/organisaties/akker")
    assert "Abe Appel leerkracht 1 augustus 2024 Ann Aerts IB 1 augustus 2024 Ggi Gast arts op school" in page
    assert "nog niemand" in words(reader, "/organisaties/leeg")


def test_who_may_import_is_not_sent_to_herself(reader, client_as):
    assert "Geef het door aan de SWV-manager" in words(reader, "/organisaties/leeg")
    own = words(client_as(Role.SWV_MANAGER), "/organisaties/leeg")
    assert "Lees de personen in" in own
    assert "SWV-manager" not in own


@pytest.mark.parametrize(
    "path", ["/organisaties/ver", "/organisaties/niets", "/personen/vic", "/personen/old", "/personen/niets"]
)
def test_what_is_elsewhere_or_left_is_not_there(reader, path: str):
    assert reader.get(path).status_code == 404


def test_who_was_here_before_and_since_when(reader):
    page = words(reader, "/organisaties/beuk")
    assert "Wie was hier eerder" in page
    assert "IB Ben Bos nu, sinds 1 augustus 2024 IB Old Oud van 1 augustus 2024 tot en met 31 juli 2025" in page
    assert "Wie was hier eerder" not in words(reader, "/organisaties/akker")


def test_a_person_with_how_to_reach_her_and_where_she_works(reader, graph):
    graph.driver.execute_query(
        "MATCH (p:Person {id: 'ggi'})-[:WORKS_AT]->(:Organisation {id: 'ggd'}) "
        "SET p.phone = '06 12345678', p.email = 'ggi@ggd.example', p.verified_at = datetime('2026-10-03T10:00Z') "
        "WITH p MATCH (t:Theme {code: 'gezondheid'}) "
        "CREATE (p)-[:OFFERS {waiting_days: 14, age_from: 4, age_to: 12, accepting: false, "
        "updated_at: datetime() - duration('P21D')}]->(t)"
    )
    page = words(reader, "/personen/ggi")
    assert "Nagekeken op 3 oktober 2026 · niet gewijzigd sinds het inlezen" in page
    assert "06 12345678" in page
    assert "ggi@ggd.example" in page
    assert "GGD Oost , arts, sinds 1 augustus 2024, 3 dagen per week" in page
    assert "Gezondheid 4 tot en met 12 jaar – 14 dagen opgegeven 3 weken geleden nee, nu niet" in page


OFFER = """
MATCH (o:Organisation {id: 'ggd'}) MATCH (t:Theme {code: 'gezondheid'})
MERGE (o)-[f:OFFERS]->(t) SET f = {waiting_days: 7}, f += $dates
SET o.imported_at = datetime('2026-11-24T10:00Z')
"""
SEPTEMBER, NOVEMBER = datetime(2026, 9, 12, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"verified_at": SEPTEMBER}, "bevestigd op 12 september 2026"),
        ({"imported_at": NOVEMBER}, "ingelezen op 24 november 2026"),
        ({"verified_at": SEPTEMBER, "imported_at": NOVEMBER}, "ingelezen op 24 november 2026"),
        ({"verified_at": NOVEMBER, "updated_at": NOVEMBER}, "opgegeven"),
        ({"verified_at": NOVEMBER, "updated_at": SEPTEMBER}, "bevestigd op 24 november 2026"),
    ],
)
def test_a_value_is_as_old_as_it_was_last_told_and_not_as_its_file(reader, graph, dates, said):
    graph.driver.execute_query(OFFER, dates=dates)
    page = words(reader, "/organisaties/ggd")
    assert f"7 dagen {said}" in page
    assert "Nog niet nagekeken · ingelezen op 24 november 2026" in page


def test_a_position_in_another_region_stays_there(reader, graph):
    graph.driver.execute_query(
        "MATCH (p:Person {id: 'vic'}), (o:Organisation {id: 'akker'}) CREATE (p)-[:WORKS_AT {role: 'gast'}]->(o)"
    )
    graph.driver.execute_query("MATCH (o:Organisation {id: 'ver'}) SET o.name = 'Kruidnagel'")
    refresh(graph, ["ver"])
    assert "Kruidnagel" not in words(reader, "/personen/vic")
    found = words(reader, "/organisaties?zoek=vic")
    assert "Vic Ver gast bij De Akker" in found
    assert "Kruidnagel" not in found
    assert "Vic" not in words(reader, "/organisaties?zoek=kruidnagel")


def test_organisations_work_together_only_as_a_number_of_three_or_more(reader, graph):
    assert "Werkt samen met" not in words(reader, "/organisaties/akker")
    graph.driver.execute_query(
        "MATCH (a:Person {id: 'ann'}), (s:Person {id: 'sol'}) "
        "CREATE (s)-[:CONTACT {state: 'present', visibility: 'shared'}]->(a)"
    )
    page = words(reader, "/organisaties/akker").partition("Werkt samen met")[2]
    assert "De Beuk Speciaal basisonderwijs 3" in page
    assert "GGD Oost" not in page
    assert "Ben" not in page
    graph.driver.execute_query(
        "MATCH (:Person {id: 'sol'})-[c:CONTACT]->(:Person {id: 'ann'}) SET c.declined_at = datetime()"
    )
    assert "Werkt samen met" not in words(reader, "/organisaties/akker")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_directory_by_eye_and_axe(page_as, viewport):
    page = page_as(Role.PARTNER, viewport)
    page.goto("/".join(page.url.split("/")[:3]) + "/organisaties")
    check_by_eye_and_axe(page, "organisaties")
    page.get_by_role("link", name="De Linde", exact=True).click()
    page.get_by_role("heading", name="De Linde").wait_for()
    check_by_eye_and_axe(page, "organisatie")
    page.get_by_role("table").first.get_by_role("link").first.click()
    page.get_by_role("heading", name="Zo bereikt u").wait_for()
    check_by_eye_and_axe(page, "persoon")
