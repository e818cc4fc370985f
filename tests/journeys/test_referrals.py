"""A school leader and a partner with one case between them, each in a browser of her own."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.platform.access import Role
from tests.support.browser import NARROW, WIDE, LiveSite, check_by_eye_and_axe, follow_menu


def own_organisation(live_site: LiveSite, role: Role) -> str:
    """Where the demo's person of this role works."""
    [record] = live_site.graph.driver.execute_query(
        "MATCH (:Account {role: $role, region: 'PO-99-01'})-[:OF]->()-[w:WORKS_AT]->(o:Organisation) "
        "WHERE w.until IS NULL "
        "RETURN o.name AS name ORDER BY name LIMIT 1",
        role=str(role),
    ).records
    return record["name"]


def open_case(page: Page, number: str, to: str) -> None:
    """Open a case and stop before it is sent."""
    follow_menu(page, "Aanvragen", "Mijn aanvragen")
    page.get_by_role("link", name="Open een aanvraag").click()
    page.get_by_label("Zaaknummer").fill(number)
    page.get_by_label("Thema").select_option("gedrag")
    page.get_by_label("Naar welke organisatie").select_option(label=to)
    page.get_by_label("Toelichting").fill("Graag binnen een week een gesprek op school.")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_a_case_goes_there_and_back(page_as: Callable[..., Page], live_site: LiveSite, viewport, written_demo: None):
    leader, partner = page_as(Role.SCHOOLLEIDER, viewport), page_as(Role.PARTNER, viewport)
    school, team = own_organisation(live_site, Role.SCHOOLLEIDER), own_organisation(live_site, Role.PARTNER)

    open_case(leader, f"a-{viewport['width']}", team)
    check_by_eye_and_axe(leader, "aanvraag-openen")
    leader.get_by_role("button", name="Verder").click()
    check_by_eye_and_axe(leader, "aanvraag-versturen")
    leader.get_by_role("button", name="Verstuur").click()
    expect(leader.get_by_role("status")).to_contain_text("wacht nu op een antwoord")
    check_by_eye_and_axe(leader, "aanvraag-school")

    follow_menu(partner, "Aanvragen", "Mijn aanvragen")
    check_by_eye_and_axe(partner, "aanvragen-partner")
    partner.get_by_role("region", name="Wacht op ons").get_by_role("link", name=f"A-{viewport['width']}").click()
    partner.get_by_role("button", name="Neem aan").click()
    expect(partner.get_by_role("status")).to_have_text("U hebt nu de regie over deze aanvraag.")

    leader.get_by_role("link", name="Neem terug").click()
    expect(leader.get_by_role("button", name="Neem terug")).to_have_count(0)
    expect(leader.get_by_role("main")).to_contain_text(team)

    partner.get_by_role("link", name="Draag over").click()
    check_by_eye_and_axe(partner, "overdragen")
    partner.get_by_label("Naar welke organisatie").select_option(label=school)
    partner.get_by_role("button", name="Verder").click()
    expect(partner.get_by_role("main")).to_contain_text(f"{school} had deze aanvraag al eerder")
    check_by_eye_and_axe(partner, "overdragen-kring")
    partner.get_by_role("button", name="Verstuur").click()

    leader.reload()
    leader.get_by_role("link", name="Wijs af").click()
    leader.get_by_label("Iets anders").check()
    check_by_eye_and_axe(leader, "afwijzen")
    leader.get_by_role("button", name="Wijs af").click()
    expect(leader.get_by_role("main")).to_contain_text("afgewezen")

    partner.reload()
    partner.get_by_role("link", name="Sluit af").click()
    partner.get_by_label("Ondersteund").check()
    partner.get_by_role("button", name="Sluit de aanvraag").click()
    check_by_eye_and_axe(partner, "aanvraag-gesloten")

    follow_menu(leader, "Aanvragen", "Mijn aanvragen")
    leader.get_by_role("link", name="Afspraken").click()
    leader.get_by_label("Met").select_option(label=team)
    leader.get_by_role("button", name="Maak een afspraak").click()
    leader.get_by_label("Wie doet wat").fill("Het wijkteam belt binnen een week terug.")
    leader.get_by_label("Wanneer kijkt u er weer naar").fill("2099-01-01")
    check_by_eye_and_axe(leader, "afspraak")
    leader.get_by_role("button", name="Bewaar de afspraak").click()
    expect(leader.get_by_role("table")).to_contain_text("1 januari 2099")
    live_site.graph.driver.execute_query("MATCH (a:Agreement) SET a.review_at = date('2026-01-01')")
    leader.reload()
    expect(leader.get_by_role("table")).to_contain_text("Bekijk opnieuw")
    check_by_eye_and_axe(leader, "afspraken")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_the_manager_sees_what_waits(page_as: Callable[..., Page], viewport):
    page = page_as(Role.SWV_MANAGER, viewport)
    follow_menu(page, "Aanvragen", "Mijn aanvragen")
    check_by_eye_and_axe(page, "aanvragen-manager")
    page.get_by_role("link", name="Zonder regie of te lang wachtend").click()
    expect(page.get_by_label("Na hoeveel dagen wachten")).to_have_value("21")
    check_by_eye_and_axe(page, "zonder-regie")


def test_it_works_without_javascript(page_as: Callable[..., Page], live_site: LiveSite, written_demo: None):
    leader = page_as(Role.SCHOOLLEIDER, java_script_enabled=False)
    open_case(leader, "B-1", own_organisation(live_site, Role.PARTNER))
    leader.get_by_role("button", name="Verder").click()
    leader.get_by_role("button", name="Wijzig").click()
    expect(leader.get_by_label("Zaaknummer")).to_have_value("B-1")
    leader.get_by_role("button", name="Verder").click()
    leader.get_by_role("button", name="Verstuur").click()
    expect(leader.get_by_role("heading", level=1)).to_have_text("Aanvraag B-1")
    leader.get_by_role("link", name="Neem terug").click()
    leader.get_by_role("button", name="Neem terug").click()
    expect(leader.get_by_role("heading", level=1)).to_have_text("Mijn aanvragen")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_a_wrong_form_and_a_second_window_are_put_right(
    page_as: Callable[..., Page], live_site: LiveSite, viewport, written_demo: None
):
    leader, partner = page_as(Role.SCHOOLLEIDER, viewport), page_as(Role.PARTNER, viewport)
    team, number = own_organisation(live_site, Role.PARTNER), f"C-{viewport['width']}"
    open_case(leader, "jan de vries", team)
    leader.get_by_role("button", name="Verder").click()
    expect(leader.locator(".error-text")).to_contain_text("Gebruik cijfers, streepjes")
    check_by_eye_and_axe(leader, "aanvraag-openen-fout")
    leader.get_by_label("Zaaknummer").fill(number)
    leader.get_by_role("button", name="Verder").click()
    leader.get_by_role("button", name="Verstuur").click()
    leader.get_by_role("link", name="Neem terug").click()

    partner.goto(leader.url.removesuffix("/terugnemen"))
    partner.get_by_role("link", name="Wijs af").click()
    partner.get_by_role("button", name="Wijs af").click()
    expect(partner.locator(".error-text")).to_contain_text("Kies een reden")
    check_by_eye_and_axe(partner, "afwijzen-fout")
    second = partner.context.new_page()
    second.goto(partner.url.removesuffix("/afwijzen"))
    second.get_by_role("button", name="Neem aan").click()
    partner.get_by_label("Iets anders").check()
    partner.get_by_role("button", name="Wijs af").click()
    expect(partner.get_by_role("alert")).to_contain_text("U hebt de regie al")
    check_by_eye_and_axe(partner, "aanvraag-intussen-partner")

    leader.get_by_role("button", name="Neem terug").click()
    expect(leader.get_by_role("alert")).to_contain_text("heeft nu de regie")
    check_by_eye_and_axe(leader, "aanvraag-intussen-school")
