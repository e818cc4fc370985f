"""Searching the sociale kaart of the fictitious region: whatever is typed, and with errors in it."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.directory.search.rules import Field
from app.directory.search.store import Narrowing, refresh, refresh_region, search
from app.platform.access import Role, region_scope
from app.platform.fulltext import typed_words
from app.platform.graph import Graph
from app.platform.signals import directory_changed
from tests.integration.insight.map.small_region import HIDDEN, write_small_region
from tests.support.site import REGION

DEMO = region_scope("PO-99-01")
HERE = region_scope(REGION)
NO_RESET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def names(
    graph: Graph,
    text: str,
    scope=DEMO,
) -> list[str]:
    return [found.name for found in search(graph, scope, text, Narrowing())]


@NO_RESET
@given(text=st.one_of(st.text(max_size=60), st.text('+-&|!(){}[]^"~*?:\\/ ANDORNOT', max_size=30)))
def test_whatever_is_typed_the_search_answers(demo_graph, text):
    for found in search(demo_graph, DEMO, text, Narrowing()):
        assert found.match.reasons


def with_one_error(draw: st.DrawFn, word: str) -> str:
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    return draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            ]
        )
    )


@NO_RESET
@given(data=st.data(), number=st.integers(0, 10_000))
def test_a_name_with_one_typing_error_is_found(demo_graph, data, number):
    label = data.draw(st.sampled_from(["Person", "Organisation"]))
    [row] = demo_graph.driver.execute_query(
        "MATCH (n:Person|Organisation) WHERE $label IN labels(n) AND n.search_region CONTAINS 'po9901' "
        "WITH n ORDER BY n.id WITH collect(n) AS found RETURN found[$number % size(found)] AS n",
        label=label,
        number=number,
    ).records
    words = typed_words(row["n"]["name"])
    longest = max(words, key=len)
    error = with_one_error(data.draw, longest)
    typed = " ".join(error if word == longest else word for word in words)
    assert row["n"]["id"] in [found.id for found in search(demo_graph, DEMO, typed, Narrowing())], typed


def test_by_place_postcode_theme_role_and_by_more_at_once(demo_graph):
    assert "De Linde" in names(demo_graph, "linde")
    assert names(demo_graph, "noor de wit")[0] == "Noor de Wit"
    [row] = demo_graph.driver.execute_query(
        "MATCH (o:Organisation {name: 'De Linde'}) RETURN o.postcode AS postcode, o.place AS place"
    ).records
    for text in (row["postcode"], row["postcode"].replace(" ", "").lower(), f"lidne {row['place']}"):
        assert "De Linde" in names(demo_graph, text), text
    for found in search(demo_graph, DEMO, "autisme", Narrowing()):
        assert "autisme" in found.themes
    assert names(demo_graph, "thuiszitters")
    assert all(found.type == "Person" for found in search(demo_graph, DEMO, "ib'er veldhoek", Narrowing())[:5])


def test_a_filter_narrows_what_is_found(demo_graph):
    found = search(demo_graph, DEMO, "gedrag", Narrowing(kind="wijkteam"))
    assert all(one.kind == "wijkteam" for one in found)
    assert all("autisme" in one.themes for one in search(demo_graph, DEMO, "wijkteam", Narrowing(theme="autisme")))


def test_every_text_of_the_demo_is_up_to_date_after_its_import(demo_graph):
    [row] = demo_graph.read("directory/list_region_ids", scope=DEMO.parameters())
    assert len(row["ids"]) > 500
    assert refresh_region(demo_graph, DEMO) == 0


@pytest.fixture
def small(graph: Graph) -> Graph:
    write_small_region(graph)
    for region in (REGION, HIDDEN):
        refresh_region(graph, region_scope(region))
    return graph


def test_nothing_of_another_region_is_found(small):
    assert names(small, "verre", HERE) == []
    assert names(small, "vic", HERE) == []
    assert names(small, "vic", region_scope(HIDDEN)) == ["Vic Ver"]


def test_where_a_guest_works_in_another_region_changes_nothing_that_is_found(small):
    before = names(small, "ib verre", HERE)
    small.driver.execute_query(
        "MATCH (p:Person {id: 'ann'}) MATCH (:Person {id: 'vic'})-[:WORKS_AT]->(o) "
        "CREATE (p)-[:WORKS_AT {role: 'coach'}]->(o)"
    )
    refresh(small, ["ann"])
    assert names(small, "ib verre", HERE) == before == ["Ann Aerts", "Ben Bos"]
    assert names(small, "ib coach", HERE) == before


def test_who_left_is_not_found(small):
    assert names(small, "old oud", HERE) == []
    small.driver.execute_query("MATCH (:Person {id: 'ann'})-[w:WORKS_AT]->() SET w.until = date('2020-01-01')")
    assert "Ann Aerts" not in names(small, "ann aerts", HERE)


def test_a_change_that_is_told_is_found_and_for_who_works_there_too(small):
    small.driver.execute_query("MATCH (o:Organisation {id: 'ggd'}) SET o.name = 'Pluisveld'")
    assert names(small, "pluisveld", HERE) == []
    directory_changed.send(small, scope=HERE, ids=["ggd"])
    assert names(small, "pluisvelt", HERE) == ["Pluisveld", "Ggi Gast"]
    assert refresh(small, ["ggd", "ggi", "niets"]) == 0


def test_what_nobody_looked_at_sinks_below_what_fits_as_well(small):
    assert names(small, "ib", HERE) == ["Ann Aerts", "Ben Bos"]
    small.driver.execute_query("MATCH (p:Person {id: 'ben'}) SET p.verified_at = $now", now=datetime.now(UTC))
    found = search(small, HERE, "ib", Narrowing())
    assert [(one.name, one.overdue) for one in found] == [("Ben Bos", False), ("Ann Aerts", True)]
    assert names(small, "ann ib", HERE) == ["Ann Aerts"]


def test_the_page_says_why(small, client_as):
    page = client_as(Role.PARTNER).get("/organisaties?zoek=arts+oots").text
    assert "Gevonden op: functie arts op school, werkt bij GGD Oost" in page
    assert "Niet nagekeken in het afgelopen jaar" in page


def test_the_list_goes_on_where_the_last_page_ended(graph, client_as):
    client = client_as(Role.PARTNER)
    graph.driver.execute_query(
        "MATCH (r:Region {code: $region}) UNWIND range(100, 219) AS n "
        "CREATE (o:Organisation {id: 'o' + n, name: 'School ' + (100 + n / 2), kind: 'bao'})-[:IN_REGION]->(r) "
        "SET o.name_key = toLower(o.name)",
        region=REGION,
    )
    refresh_region(graph, HERE)
    seen, path = [], "/organisaties?soort=bao"
    while path:
        page = client.get(path).text
        seen += [part.partition('"')[0] for part in page.split('href="/organisaties/')[1:]]
        links = [part.partition('"')[0] for part in page.split('href="') if ">Volgende bladzijde" in part[:200]]
        path = links[0].replace("&amp;", "&") if links else ""
    assert seen == [f"o{n}" for n in range(100, 220)]


@pytest.fixture
def reached(small) -> Graph:
    small.driver.execute_query(
        "MATCH (p:Person {id: 'ben'}) SET p.email = 'ben@beuk.example', p.phone = '06-12 34 56 78' "
        "WITH p MATCH (v:Person {id: 'vic'}) SET v.email = 'vic@ver.example', v.phone = '0612345678' "
        "WITH p MATCH (o:Organisation {id: 'beuk'}) SET o.phone = '(0591) 12 34 56' "
        "WITH p, o MATCH (t:Theme {code: 'gedrag'}) CREATE (p)-[:OFFERS]->(t) CREATE (o)-[:OFFERS]->(t)"
    )
    return small


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ben@beuk.example", "Ben Bos"),
        (" BEN@Beuk.example ", "Ben Bos"),
        ("0612345678", "Ben Bos"),
        ("+31 (0)6 1234 5678", "Ben Bos"),
        ("0591-123456", "De Beuk"),
    ],
)
def test_an_address_or_a_number_finds_who_is_reached_at_it(reached, text, found):
    """Not who works in another region, whatever her address and her number are."""
    assert names(reached, text, HERE) == [found]
    assert search(reached, HERE, text, Narrowing())[0].match.reasons[0].value == text.strip()


@pytest.mark.parametrize("text", ["vic@ver.example", "ben@beuk.exampl", "0612345679"])
def test_an_address_or_a_number_that_is_not_the_regions_finds_nobody_by_it(reached, text):
    assert all(
        reason.field not in {Field.EMAIL, Field.PHONE}
        for one in search(reached, HERE, text, Narrowing())
        for reason in one.match.reasons
    )


def test_who_left_is_not_found_by_her_number(reached):
    reached.driver.execute_query("MATCH (:Person {id: 'ben'})-[w:WORKS_AT]->() SET w.until = date() - duration('P1D')")
    assert "Ben Bos" not in names(reached, "ben@beuk.example", HERE)
    assert names(reached, "0612345678", HERE) == []
