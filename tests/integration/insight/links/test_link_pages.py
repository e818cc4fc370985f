"""The pages about missing links, as an SWV manager gets them."""

import pytest

from app.insight.links import store
from app.platform.access import Role
from app.platform.graph import Graph
from tests.integration.insight.links.small_region import tie, write_small_region

PAGE = "/ontbrekende-schakels"


@pytest.fixture
def manager(graph: Graph, client_as):
    write_small_region(graph)
    store.answer.cache_clear()
    return client_as(Role.SWV_MANAGER)


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.get_data(as_text=True).split())


def test_the_page_begins_with_what_matters_most(manager):
    page = text_of(manager, PAGE)
    assert (
        "<strong>GGD-team Oost</strong> en <strong>wijkteam Oost</strong> werkten samen aan <strong>3</strong> "
        "aanvragen, maar voor zover bekend kent niemand elkaar."
    ) in page
    assert "Volgende stap: nodig Sanne Prins en Joost Maas uit voor een kennismaking." in page
    places = [
        page.index(f'<section id="{rule}"') for rule in ("same-cases", "norm", "one-sided", "wanted", "near-miss")
    ]
    assert places == sorted(places)
    assert "Gemeten over 12 gedeelde contacten en 5 aanvragen." in page


@pytest.mark.parametrize(
    ("path", "proofs"),
    [
        ("same-cases/ggd.team", ("Z1", "Taal en spraak", "5 januari 2026", "Sanne Prins")),
        ("norm/beuk", ("De Beuk</strong> mist <strong>3</strong>", "sinds 24 augustus 2026", "Kim Kat")),
        ("one-sided/akker.ggd", ("Ann Aerts", "Sanne Prins", "Z4", "Z5")),
        ("wanted/ann.wil", ("De kortste weg is <strong>2</strong> stappen", "wekelijks contact")),
        ("near-miss/kim.sam", ("hebben <strong>3</strong> gezamenlijke contacten", "Een Eik", "Wil Wouda")),
    ],
)
def test_why_does_this_stand_here(manager, path, proofs):
    page = text_of(manager, f"{PAGE}/{path}")
    assert f'href="{PAGE}/{path}"' in text_of(manager, PAGE)
    for proof in proofs:
        assert proof in page
    assert 'role="img"' in page
    assert "Gemeten over" in page
    assert "/kaart?focus=" in page


@pytest.mark.parametrize("path", ["norm/akker", "same-cases/team.ggd", "near-miss/none", "nothing/beuk"])
def test_what_is_no_finding_is_not_there(manager, path):
    assert manager.get(f"{PAGE}/{path}").status_code == 404


def test_filters_narrow_every_rule(manager):
    page = text_of(manager, f"{PAGE}?soort=wijkteam")
    assert f"{PAGE}/same-cases/ggd.team" in page
    assert f"{PAGE}/norm/" not in page
    assert "Bij deze keuze is hier niets gevonden." in page


def test_a_theme_counts_only_its_own_cases(manager):
    page = text_of(manager, f"{PAGE}?thema=angst")
    assert "werkten samen aan <strong>2</strong> aanvragen" in page
    assert f"{PAGE}/same-cases/" not in text_of(manager, f"{PAGE}?thema=taal")


def test_one_rule_is_shown_whole(manager, monkeypatch):
    monkeypatch.setattr("app.insight.links.routes.FIRST_ROWS", 1)
    assert f"{PAGE}/norm/vink" not in text_of(manager, PAGE)
    assert "Toon alle 2" in text_of(manager, PAGE)
    page = text_of(manager, f"{PAGE}?regel=norm")
    assert f"{PAGE}/norm/vink" in page
    assert 'id="same-cases"' not in page
    assert manager.get(f"{PAGE}?regel=nothing").status_code == 404


@pytest.mark.parametrize(
    ("rule", "row"),
    [
        ("same-cases", "GGD-team Oost;wijkteam Oost;3;Z1, Z2, Z3;Sanne Prins, Joost Maas"),
        (
            "norm",
            "De Beuk;Oost;wijkteam, jeugdgezondheidszorg, speciaal (basis)onderwijs;"
            "Joost Maas, Sanne Prins, Kim Kat;Ben Bos;2026-08-24",
        ),
        ("one-sided", "De Akker;GGD-team Oost;2;Ann Aerts > Sanne Prins"),
        ("near-miss", "Kim Kat;De Vink;Sanne Prins;GGD-team Oost;3;Ann Aerts, Een Eik, Wil Wouda"),
    ],
)
def test_tables_to_take_along(manager, rule, row):
    table = manager.get(f"{PAGE}/{rule}.csv").get_data().decode("utf-8-sig")
    assert table.splitlines()[1] == row
    assert len(manager.get(f"{PAGE}/{rule}.csv?soort=vso").get_data().decode().splitlines()) == 1


def test_a_wanted_contacts_way_is_in_its_table(manager):
    [_, row] = manager.get(f"{PAGE}/wanted.csv").get_data().decode().splitlines()
    assert row.startswith("Ann Aerts;De Akker;Wil Wouda;Zorg Een;2;")
    assert row.endswith(" > Wil Wouda")


def test_the_region_chooses_its_norms(manager):
    page = text_of(manager, f"{PAGE}/normen")
    assert page.count(" checked") == 4
    answer = manager.post(f"{PAGE}/normen", data={"kept": ["jgz", "wijkteam"]}, follow_redirects=True)
    page = answer.get_data(as_text=True)
    assert "De vaste contacten zijn bewaard." in page
    assert "speciaal (basis)onderwijs" not in page
    assert text_of(manager, f"{PAGE}/normen").count(" checked") == 2
    assert manager.post(f"{PAGE}/normen", data={"kept": "nothing"}).status_code == 400


def test_a_wanted_organisation_without_a_way(graph, client_as):
    write_small_region(graph, tie("ben-team", state="desired"))
    store.answer.cache_clear()
    page = text_of(client_as(Role.SWV_MANAGER), f"{PAGE}/wanted/ben.team")
    assert "maar er is geen weg van hooguit <strong>4</strong> stappen." in page
    assert "nodig Ben Bos en wijkteam Oost zelf uit voor een kennismaking." in page


def test_an_empty_region_says_what_to_do(graph, client_as):
    store.answer.cache_clear()
    page = text_of(client_as(Role.SWV_MANAGER), PAGE)
    assert page.count("Er zijn nog geen contacten of aanvragen om naar te kijken.") == 5
