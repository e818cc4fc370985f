"""A changed name, phone or organisation is put back in one click, and not from under somebody who changed it since."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.integration.entry.town import EVENTS, MARK, PAGE, address_of, everything, filled, one
from tests.support.site import REGION, bare_cells

UNDO = re.compile(r'action="(/klopt-dit-nog/ongedaan/[\w-]+)"')
LINES = [
    (
        "gegevens",
        "Ann Aerts",
        {"name": "Anna Aerts", "phone": "0591-111111"},
        "U wijzigde uw gegevens. Eerst stond er: ",
    ),
    (
        "organisatie",
        "wijkteam Oost",
        {"phone": "0591-222222", "website": "www.oost.nl"},
        "van wijkteam Oost. Eerst stond",
    ),
]
VERSIONS = re.compile(r'"version", \d+|\'version\', \d+|\'version\': \d+, |, \'version\': \d+')


def but_version(kept: list[str]) -> list[str]:
    """Everything, but the counter that tells others that something was written."""
    return sorted(VERSIONS.sub("", row) for row in kept)


def change(client, graph, person: str, kind: str, title: str, **typed: str) -> str:
    """Somebody changes a line; the page that she gets."""
    address = address_of(graph, person, kind, title)
    return client.post(address, data=filled(client, address, **typed), follow_redirects=True).text


@pytest.mark.parametrize(("kind", "title", "typed", "told"), LINES)
def test_a_changed_line_is_put_back_in_every_value(client, graph, kind, title, typed, told):
    graph.driver.execute_query(
        "UNWIND ['ann', 'team'] AS id MATCH (n {id: id}) "
        "SET n.phone = '14 0591', n.updated_by = 'bob', n.verified_at = datetime('2026-01-02T03:04:05Z')"
    )
    ann, before = client("ann"), everything(graph)
    text = change(ann, graph, "ann", kind, title, **typed)
    assert told in " ".join(text.split())
    assert "14 0591" in text
    [undo] = UNDO.findall(text)
    assert client("bob").post(undo).status_code == 404
    assert "Teruggedraaid" in ann.post(undo, follow_redirects=True).text
    assert but_version(everything(graph)) == but_version(before)
    assert one(graph, EVENTS, region=REGION)[-2:] == ["entry.change", "entry.undo"]
    assert ann.post(undo).status_code == 404


def test_two_changes_are_put_back_in_turn(client, graph):
    ann = client("ann")
    for phone in ("0591-111111", "0591-222222"):
        text = change(ann, graph, "ann", "gegevens", "Ann Aerts", phone=phone)
    [undo] = UNDO.findall(text)
    text = ann.post(undo, follow_redirects=True).text
    assert one(graph, "MATCH (p {id: 'ann'}) RETURN p.phone") == "0591-111111"
    [undo] = UNDO.findall(text)
    ann.post(undo)
    assert one(graph, "MATCH (p {id: 'ann'}) RETURN p.phone") is None


@pytest.mark.parametrize(
    ("kind", "title", "field", "was", "theirs"),
    [
        ("organisatie", "wijkteam Oost", "phone", "14 0591", "0591-333333"),
        ("aanbod", "Taal en spraak", "intake", "21 dagen", "33 dagen"),
    ],
)
def test_who_puts_back_what_a_colleague_changed_is_shown_both_versions(client, graph, kind, title, field, was, theirs):
    ann, bob = client("ann"), client("bob")
    change(bob, graph, "bob", kind, title, **{field: was})
    [undo] = UNDO.findall(
        change(ann, graph, "ann", kind, title, **{field: "11 dagen" if kind == "aanbod" else "14 0592"})
    )
    change(bob, graph, "bob", kind, title, **{field: theirs})
    before = everything(graph)
    answer = ann.post(undo)
    assert answer.status_code == 409
    assert "Bob Bos wijzigde dit na u" in answer.text
    for text in (f'value="{was}"', f"<td>{theirs}</td>", f"<b>{was}</b>", "Stond er eerst"):
        assert text in bare_cells(answer.text)
    assert everything(graph) == before
    assert undo not in ann.get(PAGE).text
    data = filled(ann, address := address_of(graph, "ann", kind, title), mark=MARK.search(answer.text)[1])
    assert ann.post(address, data={**data, field: was}).status_code == 302
    assert f'value="{was}"' in ann.get(address).text


def test_nobody_puts_back_what_is_no_longer_hers_to_write(client, graph):
    ann = client("ann")
    [undo] = UNDO.findall(change(ann, graph, "ann", "organisatie", "wijkteam Oost", phone="0591-111111"))
    graph.driver.execute_query(
        "MATCH ({id: 'ann'})-[w:WORKS_AT]->({id: 'team'}) SET w.until = date() - duration('P1D')"
    )
    assert ann.post(undo).status_code == 404
    assert one(graph, "MATCH (o {id: 'team'}) RETURN o.phone") == "0591-111111"


def test_of_many_who_press_at_the_same_moment_one_puts_it_back(client, graph):
    ann, together = client("ann"), Barrier(4)
    [undo] = UNDO.findall(change(ann, graph, "ann", "gegevens", "Ann Aerts", phone="0591-111111"))

    def press(_: int) -> int:
        together.wait()
        return ann.post(undo).status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(press, range(4))) == [302, 404, 404, 404]
    assert one(graph, "MATCH (p {id: 'ann'}) RETURN p.phone") is None
    assert one(graph, EVENTS, region=REGION).count("entry.undo") == 1


def test_after_a_day_there_is_no_way_back(client, graph):
    ann = client("ann")
    [undo] = UNDO.findall(change(ann, graph, "ann", "gegevens", "Ann Aerts", phone="0591-111111"))
    graph.driver.execute_query("MATCH (u:EntryUndo) SET u.at = datetime() - duration('P1DT1M')")
    assert not UNDO.findall(ann.get(PAGE).text)
    assert ann.post(undo).status_code == 404
