"""What waits for somebody: the front page says the same numbers as the pages that it leads to."""

import re

import pytest

from app.platform.access import FINDINGS, Role, region_scope
from app.platform.audit import record_change
from app.platform.graph import Graph
from app.platform.tasks import TaskKind, raise_task
from tests.integration.contacts.small_region import tell
from tests.integration.referrals.small_region import CARE, SCHOOL, TEAM, SmallRegion
from tests.support.browser import NARROW, WIDE, check_by_eye_and_axe
from tests.support.site import DEMO_REGION, NEIGHBOUR, REGION, PageClient, client_of

DOORS = ("/juiste-partner", "/mijn-contacten", "/klopt-dit-nog")
NOTHING = "Er wacht niets op u."
CONFIRMED = """
MATCH (p:Person {id: $person})-[w:WORKS_AT]->(o)
SET p.verified_at = datetime(), w.verified_at = datetime(), o.verified_at = datetime()
"""
LEFT = "MATCH (:Person {id: $person})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')"
SUCCESSOR = """
MATCH (o:Organisation {id: $organisation})
CREATE (t:Task {id: 'wie-volgt', kind: 'successor', region: $region, subject: 'Bo', created_at: datetime()})
CREATE (t)-[:ABOUT]->(o)
"""


def page(client: PageClient, address: str) -> str:
    """A page, in Dutch."""
    response = client.get(address, headers={"Accept-Language": "nl"})
    assert response.status_code == 200, address
    return response.text


def told(client: PageClient) -> dict[str, int]:
    """What the front page says waits: where it leads to (an entry that is not confirmed apart from a successor)."""
    rows = re.findall(
        r'<article class="wait">\s*<p>(\d+) (.*?)</p>\s*<p><a class="button quiet" href="([^"]+)"',
        page(client, "/regio"),
    )
    return {"/opvolging" if "opvolger" in words else address: int(number) for number, words, address in rows}


def seen(client: PageClient) -> dict[str, int]:
    """What those pages themselves show, none left out."""
    cases, entry = page(client, "/aanvragen"), page(client, "/klopt-dit-nog")
    top = re.search(r'<section aria-labelledby="aandacht">.*?</section>', cases, re.DOTALL)
    open_lines = re.search(r"Nog (\d+) regels? te bevestigen", entry)
    tasks = client.get("/taken")
    found = {
        "/aanvragen#wacht": int(re.search(r'id="wacht">Wacht op ons <small>\((\d+)\)', cases)[1]),
        "/aanvragen#aandacht": top[0].count("<article") if top else 0,
        "/mijn-contacten/anderen-noemen-u": page(client, "/mijn-contacten/anderen-noemen-u").count('/klopt"'),
        "/klopt-dit-nog": int(open_lines[1]) if open_lines else 0,
        "/opvolging": entry.count("Is geregeld"),
        "/taken": tasks.text.count('<article class="finding"') if tasks.status_code == 200 else 0,
    }
    return {address: number for address, number in found.items() if number}


@pytest.fixture
def region(site, graph) -> SmallRegion:
    return SmallRegion(site, graph)


def confirm(region: SmallRegion, place: str) -> None:
    region.graph.driver.execute_query(CONFIRMED, person=region.scope(place).person)


def test_when_nothing_waits_the_page_says_so_and_what_to_do(region):
    confirm(region, SCHOOL)
    text = page(region.client(SCHOOL), "/regio")
    assert NOTHING in text
    assert all(f'href="{door}"' in text.split("<main")[1] for door in DOORS)
    assert told(region.client(SCHOOL)) == seen(region.client(SCHOOL)) == {}


def test_a_case_waits_for_who_is_asked_and_when_it_waits_too_long_for_both(region):
    for place in (SCHOOL, TEAM, CARE):
        confirm(region, place)
    region.open()
    region.open("A-2", CARE)
    region.age(22)
    region.age(22, "A-2")
    for place, waits in (
        (SCHOOL, {"/aanvragen#aandacht": 2}),
        (TEAM, {"/aanvragen#wacht": 1, "/aanvragen#aandacht": 1}),
        (CARE, {"/aanvragen#wacht": 1, "/aanvragen#aandacht": 1}),
    ):
        assert told(region.client(place)) == seen(region.client(place)) == waits


def test_a_case_that_came_back_waits_for_its_lead_only(region):
    confirm(region, SCHOOL)
    confirm(region, TEAM)
    region.open()
    region.do(TEAM, "afwijzen", reason="not_ours")
    assert told(region.client(SCHOOL)) == seen(region.client(SCHOOL)) == {}
    region.age(30)
    assert told(region.client(SCHOOL)) == seen(region.client(SCHOOL)) == {"/aanvragen#aandacht": 1}
    assert told(region.client(TEAM)) == seen(region.client(TEAM)) == {}


def test_a_case_whose_lead_left_waits_for_the_colleagues(region, site):
    region.open()
    region.do(TEAM, "aannemen")
    region.graph.driver.execute_query(
        "MATCH (p:Person {id: $person}) MATCH (o:Organisation {id: $team}) MATCH (s:Person {id: $successor}) "
        "CREATE (s)-[:WORKS_AT {role: 'y'}]->(o)",
        person=region.scope(TEAM).person,
        team=region.organisation(TEAM),
        successor=region.scope(CARE).person,
    )
    region.graph.driver.execute_query(LEFT, person=region.scope(TEAM).person)
    care = region.client(CARE)
    care.post("/werkplek", data={"organisation": region.organisation(TEAM)})
    assert told(care)["/aanvragen#aandacht"] == 1
    assert told(care) == seen(care)


def test_what_others_tell_waits_until_it_is_answered(region):
    confirm(region, SCHOOL)
    me = region.scope(SCHOOL).person
    tell(region.graph, region.scope(TEAM).person, me)
    tell(region.graph, region.scope(CARE).person, me, visibility="private")
    client = region.client(SCHOOL)
    assert told(client) == seen(client) == {"/mijn-contacten/anderen-noemen-u": 1}
    client.post(f"/mijn-contacten/anderen-noemen-u/{region.scope(TEAM).person}/klopt-niet")
    assert told(client) == seen(client) == {}


def test_lines_that_nobody_confirmed_wait(region):
    client = region.client(TEAM)
    region.graph.driver.execute_query(
        "MATCH (o:Organisation {id: $id}) MATCH (t:Theme {code: 'gedrag'}) CREATE (o)-[:OFFERS]->(t)",
        id=region.organisation(TEAM),
    )
    assert told(client) == seen(client) == {"/klopt-dit-nog": 4}
    confirm(region, TEAM)
    assert told(client) == seen(client) == {"/klopt-dit-nog": 1}


def test_who_left_without_a_successor_waits_for_the_colleagues(region):
    confirm(region, TEAM)
    region.graph.driver.execute_query(SUCCESSOR, organisation=region.organisation(TEAM), region=REGION)
    assert told(region.client(TEAM)) == seen(region.client(TEAM)) == {"/opvolging": 1}


def test_tasks_wait_for_who_keeps_the_region_and_nobody_else_hears_of_them(client_as, graph):
    keeper, school = client_as(Role.SWV_MEDEWERKER), client_as(Role.SCHOOLLEIDER)
    with graph.transaction() as transaction:
        raise_task(transaction, region_scope(REGION), TaskKind.ENTRY_WRONG, "Iemand")
        record_change(transaction, region_scope(REGION), "tests.example", "x")
    assert told(keeper)["/taken"] == 1
    assert told(keeper) == seen(keeper)
    assert "/taken" not in told(school)


def test_the_numbers_of_everybody_in_the_fictitious_regions_are_those_of_the_pages(demo_graph: Graph, demo_site):
    accounts = demo_graph.driver.execute_query(
        "MATCH (a:Account) WHERE a.region IN $regions AND NOT a.role IN $findings RETURN a.id AS id",
        regions=[DEMO_REGION, NEIGHBOUR],
        findings=[str(role) for role in FINDINGS],
    ).records
    assert len(accounts) > 4
    waits = [told(client_of(demo_site, row["id"])) for row in accounts]
    assert waits == [seen(client_of(demo_site, row["id"])) for row in accounts]
    assert {address for found in waits for address in found} >= {"/aanvragen#wacht", "/klopt-dit-nog"}


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("role", [Role.SCHOOLLEIDER, Role.PARTNER])
def test_what_waits_by_eye_and_axe(page_as, role: Role, viewport):
    page = page_as(role, viewport)
    page.get_by_role("heading", name="Dit wacht op u").wait_for()
    check_by_eye_and_axe(page, f"regio-{role}")
