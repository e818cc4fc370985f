"""The list of organisations, for everyone who works in the region and nobody else's."""

import re

import pytest

from app.platform.access import Role
from app.platform.graph import Graph
from tests.integration.insight.map.small_region import write_small_region
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe
from tests.support.site import PageClient


@pytest.fixture
def reader(graph: Graph, client_as) -> PageClient:
    write_small_region(graph)
    return client_as(Role.PARTNER)


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
    assert "GGD Oost" not in words(reader, "/organisaties?zoek=++DE+b")
    assert "De Beuk" in words(reader, "/organisaties?zoek=++DE+b")
    assert "Geen organisatie gevonden" in words(reader, "/organisaties?zoek=zzz")


def test_an_organisation_with_its_people(reader):
    page = words(reader, "/organisaties/akker")
    assert "Abe Appel leerkracht Ann Aerts IB Ggi Gast arts op school" in page
    assert "Old Oud" not in words(reader, "/organisaties/beuk")
    assert "nog niemand" in words(reader, "/organisaties/leeg")


def test_who_may_import_is_not_sent_to_herself(reader, client_as):
    assert "Geef het door aan de SWV-manager" in words(reader, "/organisaties/leeg")
    own = words(client_as(Role.SWV_MANAGER), "/organisaties/leeg")
    assert "Lees de personen in" in own
    assert "SWV-manager" not in own


@pytest.mark.parametrize("path", ["/organisaties/ver", "/organisaties/niets"])
def test_an_organisation_elsewhere_is_not_there(reader, path: str):
    assert reader.get(path).status_code == 404


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_directory_by_eye_and_axe(page_as, viewport):
    page = page_as(Role.PARTNER, viewport)
    page.goto("/".join(page.url.split("/")[:3]) + "/organisaties")
    check_by_eye_and_axe(page, "organisaties")
    page.get_by_role("link", name="De Linde", exact=True).click()
    page.get_by_role("heading", name="De Linde").wait_for()
    check_by_eye_and_axe(page, "organisatie")
