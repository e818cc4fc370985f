"""The audit trail, read by who checks."""

import pytest
from markupsafe import Markup

from app.accounts.audit import PAGE
from app.platform.access import Role, region_scope
from app.platform.audit import record_change
from tests.support.site import REGION, add_account

OTHER = "PO-99-03"


def change(graph, count: int, action: str = "tests.change", region: str = REGION) -> None:
    for number in range(count):
        with graph.transaction() as transaction:
            record_change(transaction, region_scope(region), action, f"thing-{number}", after={"number": number})


@pytest.fixture
def auditor(client_as):
    """The client of the region's auditor."""
    return client_as(Role.AUDITOR)


def test_an_empty_trail_says_so(auditor):
    assert "Hier is nog niets veranderd" in auditor.get("/logboek").text


def test_the_latest_stands_on_top_and_older_ones_behind_a_link(graph, auditor):
    change(graph, PAGE + 2)
    page = auditor.get("/logboek").text
    assert page.index(f"thing-{PAGE + 1}<") < page.index("thing-2<")
    assert "thing-1<" not in page
    link = page.split('href="/logboek?')[1].split('"')[0].replace("&amp;", "&")
    older = auditor.get(f"/logboek?{link}").text
    assert "thing-1<" in older
    assert "thing-2<" not in older
    assert "Toon oudere" not in older


def test_only_one_part(graph, auditor):
    change(graph, 1)
    change(graph, 1, "exchange.import")
    page = auditor.get("/logboek?onderdeel=exchange").text
    assert "exchange.import" in page
    assert "tests.change" not in page


def test_what_happens_in_another_region_is_not_there(graph, auditor):
    add_account(graph, Role.AUDITOR, OTHER)
    change(graph, 1, region=OTHER)
    assert "thing-0" not in auditor.get("/logboek").text


def test_a_date_that_is_none_is_no_error(graph, auditor):
    change(graph, 1)
    assert "thing-0" in auditor.get("/logboek?voor=gisteren").text


def test_it_says_in_words_what_was_done(graph, auditor):
    person, viewer = "01920000-0000-7000-8000-00000000abcd", region_scope(REGION)
    add_account(graph, Role.IB)
    graph.driver.execute_query("MATCH (p:Person {name: 'Iemand ib'}) SET p.id = $id", id=person)
    with graph.transaction() as transaction:
        record_change(transaction, viewer, "entry.change", f"functie/{person}", {"role": "ib"}, {"role": "partner"})
    table, _mark, exact = auditor.get("/logboek").text.partition("<details>")
    cells = [" ".join(Markup(cell).striptags().split()) for cell in table.split("<td")[1:]]
    assert [cell.partition(">")[2] for cell in cells[-3:]] == [
        "Gegevens gewijzigd",
        "functie, Iemand ib",
        "Rol: IB'er → Partner",
    ]
    assert person not in table
    assert person in exact


def test_nobody_of_another_region_is_named(graph, auditor):
    stranger = "01920000-0000-7000-8000-00000000beef"
    add_account(graph, Role.IB, OTHER)
    graph.driver.execute_query("MATCH (p:Person {name: 'Iemand ib'}) SET p.id = $id", id=stranger)
    with graph.transaction() as transaction:
        record_change(transaction, region_scope(REGION), "entry.change", stranger, after={"name": stranger})
    assert "Iemand ib" not in auditor.get("/logboek").text


@pytest.mark.parametrize(("region", "named"), [(REGION, True), (OTHER, False)])
def test_who_went_in_a_merge_is_called_as_she_was(graph, auditor, region, named):
    gone = "01920000-0000-7000-8000-00000000dead"
    graph.driver.execute_query(
        "CREATE (:Merge {id: 'm', region: $region})-[:GONE]->(:MergedEntry {id: $id, name: 'Jo de Wit'})",
        region=region,
        id=gone,
    )
    with graph.transaction() as transaction:
        record_change(transaction, region_scope(REGION), "entry.change", gone, after={"phone": "1"})
    assert ("Jo de Wit" in auditor.get("/logboek").text) == named
