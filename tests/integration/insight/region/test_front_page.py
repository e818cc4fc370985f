"""The front page's numbers against a count by hand and by the database; and who gets which front page."""

import re
from collections.abc import Callable

import pytest

from app.insight.brokers import store as brokers
from app.insight.links import store as links
from app.insight.paths import store as paths
from app.insight.region import store as region
from app.platform.access import FINDINGS, Role, region_scope, revision_today
from app.platform.graph import Graph
from tests.integration.insight.map.small_region import write_small_region
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe
from tests.support.site import DEMO_REGION, PageClient, bare_cells

KEPT = (brokers.answer, brokers.region_network, links.answer, paths.answer, region.counts)
COUNTS = """
MATCH (r:Region {code: 'PO-99-01'})
CALL (r) {
  MATCH (r)<-[:IN_REGION]-(:Organisation)<-[w:WORKS_AT]-(p) WHERE w.until IS NULL OR w.until >= date()
  RETURN collect(DISTINCT p) AS people
}
CALL (people) {
  MATCH (a:Person)-[c:CONTACT {state: 'present'}]->(b:Person)
  WHERE c.visibility <> 'private' AND a IN people AND b IN people
  WITH a, b, people
  OPTIONAL MATCH (b)-[d:CONTACT {state: 'present'}]->(a) WHERE d.visibility <> 'private'
  RETURN count(*) AS ties, count(d) AS answered, people AS everybody,
    collect(DISTINCT a) + collect(DISTINCT b) AS tied
}
RETURN size(people) AS people, ties, toFloat(answered) / ties AS reciprocity,
  size([p IN people WHERE NOT p IN tied]) AS isolated
"""


@pytest.fixture
def fresh() -> None:
    for answer in KEPT:
        answer.cache_clear()


@pytest.fixture
def small(fresh: None, graph: Graph) -> None:
    write_small_region(graph)


def figures(page: str) -> dict[str, str]:
    """The figures on the page: label to what stands under it, without markup."""
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page, re.DOTALL)
    return {label: " ".join(re.sub(r"<[^>]+>", " ", value).split()) for label, value in found}


def front_page(client: PageClient) -> str:
    response = client.get("/regio", headers={"Accept-Language": "nl"})
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_the_figures_of_a_region_counted_by_hand(small, client_as: Callable[[Role], PageClient]):
    """Five people and the manager; four ties between people, two of which answer each other; Z1, Z2 and Z3 open."""
    assert figures(front_page(client_as(Role.SWV_MANAGER))) == {
        "Scholen": "2",
        "Partners": "1",
        "Mensen": "6 2 zonder gedeeld contact",
        "Gedeelde contacten": "4 50% wederzijds",
        "Open aanvragen": "3 1 zonder regie of te lang wachtend",
    }


def test_the_figures_of_the_fictitious_region(fresh, demo_graph: Graph, demo_client_as):
    [count] = demo_graph.driver.execute_query(COUNTS).records
    cases = region.open_referrals(demo_graph, region_scope(DEMO_REGION), revision_today(0))
    dutch = f"{count['ties']:,}".replace(",", ".")
    assert figures(front_page(demo_client_as(Role.SWV_MANAGER))) == {
        "Scholen": "52",
        "Partners": "43",
        "Mensen": f"{count['people']} {count['isolated']} zonder gedeeld contact",
        "Gedeelde contacten": f"{dutch} {round(100 * count['reciprocity'])}% wederzijds",
        "Open aanvragen": f"{cases.open} {cases.concerned} zonder regie of te lang wachtend",
    }


def test_who_has_no_shared_contact_is_one_click_away(small, graph: Graph, client_as):
    client = client_as(Role.SWV_MANAGER)
    assert 'href="/regio/zonder-contact"' in front_page(client)
    page = client.get("/regio/zonder-contact").text
    names = re.findall(r'<th><a href="/personen/[^"]+">([^<]+)</a>', bare_cells(page))
    assert len(names) == 2
    assert names == sorted(names)
    assert "Iemand swv_manager" in names
    elsewhere = client_as(Role.SWV_MANAGER, "PO-99-03").get("/regio/zonder-contact").text
    assert not any(name in elsewhere for name in names if name != "Iemand swv_manager")


def test_where_everybody_has_a_contact_the_page_says_so(fresh, graph: Graph, client_as):
    client = client_as(Role.SWV_MANAGER)
    graph.driver.execute_query(
        "MATCH (p:Person)-[:WORKS_AT]->(o) CREATE (q:Person {id: 'q', name: 'Q'})-[:WORKS_AT {role: 'ib'}]->(o) "
        "CREATE (p)-[:CONTACT {state: 'present', visibility: 'shared', at: date()}]->(q)"
    )
    assert "ten minste één gedeeld contact" in client.get("/regio/zonder-contact").text


def test_the_first_of_each_question_stands_on_top(fresh, demo_client_as):
    page = front_page(demo_client_as(Role.SWV_MANAGER))
    places = [page.index(words) for words in ("Noor de Wit", "GGD-team Oost", "Rivium")]
    assert places == sorted(places)
    assert page.count('<article class="finding">') == 3


def test_an_empty_region_says_what_to_do_first(fresh, graph: Graph, client_as):
    manager, auditor = client_as(Role.SWV_MANAGER), client_as(Role.AUDITOR)
    assert 'href="/inlezen"' in front_page(manager).split("<main")[1]
    assert "Lees eerst de scholen in" in front_page(auditor)
    assert 'href="/inlezen"' not in front_page(auditor)


@pytest.mark.parametrize("role", sorted(set(Role) - FINDINGS))
def test_who_does_not_see_findings_gets_her_own_organisation(small, client_as, role: Role):
    page = front_page(client_as(role))
    assert "2 scholen en 1 partner werken hier" in page
    assert f">Iemand {role}</a></th>" in page
    assert 'href="/organisaties"' in page
    assert not re.search(r"finding|Ann Aerts|wederzijds", page)


def test_looking_at_the_front_page_writes_nothing(small, graph: Graph, client_as):
    client = client_as(Role.SWV_MANAGER)

    def state() -> list:
        query = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN elementId(n), properties(n), collect(properties(r))"
        return sorted(map(repr, graph.driver.execute_query(query).records))

    before = state()
    front_page(client)
    assert state() == before


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("role", [Role.SWV_MANAGER, Role.IB])
def test_the_front_page_by_eye_and_axe(page_as, role: Role, viewport):
    page = page_as(role, viewport)
    page.get_by_role("heading", name="Regio Dommelrijk").wait_for()
    check_by_eye_and_axe(page, f"regio-{role}")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_who_has_no_shared_contact_by_eye_and_axe(page_as, viewport):
    page = page_as(Role.SWV_MANAGER, viewport)
    page.get_by_role("link", name="zonder gedeeld contact").click()
    page.get_by_role("heading", name="Zonder gedeeld contact").wait_for()
    check_by_eye_and_axe(page, "zonder-contact")


def test_the_menu_opens_on_a_narrow_screen(page_as):
    page = page_as(Role.SWV_MANAGER, NARROW)
    link = page.get_by_role("navigation").get_by_role("link", name="Kaart", exact=True)
    assert not link.is_visible()
    page.get_by_role("button", name="Menu").press("Enter")
    link.click()
    page.wait_for_url("**/kaart")
