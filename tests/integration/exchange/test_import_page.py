"""The page *Inlezen*: choose, look, accept."""

import io
import os
import re
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from python_calamine import CalamineWorkbook

from app.exchange.layouts import LAYOUTS
from app.platform.access import Role
from tests.integration.exchange.conftest import PEOPLE, SCHOOLS
from tests.support.site import bare_cells, client_of


@pytest.fixture
def manager(client_as):
    return client_as(Role.SWV_MANAGER)


def send(client, kind: str, text: str, **fields: str):
    file = (io.BytesIO(text.encode()), "mijn bestand.csv")
    return client.post("/inlezen", data={"kind": kind, "file": file, **fields}, content_type="multipart/form-data")


def revision(graph) -> int:
    return graph.driver.execute_query("MATCH (r:Region {code: 'PO-99-02'}) RETURN r.revision AS n").records[0]["n"]


def waiting(settings) -> list[Path]:
    return list((settings.var / "uploads").glob("*"))


def test_choose_look_accept(manager, graph, settings):
    assert "Lege voorbeelden" in manager.get("/inlezen").text
    before = revision(graph)
    sent = send(manager, "scholen", SCHOOLS)
    page = manager.get(sent.location).text
    assert "Er is nog niets gewijzigd" in page
    assert "<dd>3</dd>" in page
    assert revision(graph) == before
    done = manager.post(sent.location, follow_redirects=True)
    assert "Ingelezen: 3 nieuw, 0 gewijzigd." in done.text
    assert revision(graph) > before
    assert waiting(settings) == []


def test_a_file_that_waited_longer_than_a_day_is_gone(manager, settings):
    sent = send(manager, "scholen", SCHOOLS)
    [place] = waiting(settings)
    long_ago = time.time() - 86_500
    os.utime(place, (long_ago, long_ago))
    assert manager.post(sent.location).status_code == 404
    assert waiting(settings) == []


def test_pressing_the_button_twice_writes_once_and_fails_never(manager, graph):
    sent = send(manager, "scholen", SCHOOLS)
    clients = [client_of(manager.application, account_in(manager)) for _ in range(3)]
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda client: client.post(sent.location, follow_redirects=True), clients))
    said = [told(answer) for answer in answers if answer.status_code == 200]
    assert said.count("Ingelezen: 3 nieuw, 0 gewijzigd.") == 1
    assert {answer.status_code for answer in answers} <= {200, 404}
    assert graph.driver.execute_query("MATCH (e:AuditEvent {action: 'exchange.import'}) RETURN e").records[1:] == []


def test_accepting_and_throwing_away_at_the_same_moment_one_of_them_wins(manager, graph, settings):
    account = account_in(manager)
    for number in range(8):
        sent = send(manager, "scholen", SCHOOLS.replace("0999550000", f"09995500{number:02}"))
        before, together = revision(graph), Barrier(2)

        def press(path: str, together=together) -> str:
            client = client_of(manager.application, account)
            together.wait()
            answer = client.post(path, follow_redirects=True)
            assert answer.status_code in {200, 404}
            return told(answer) if answer.status_code == 200 else ""

        with ThreadPoolExecutor(2) as pool:
            accepted, thrown = pool.map(press, (sent.location, f"{sent.location}/weg"))
        assert (revision(graph) > before) == accepted.startswith("Ingelezen")
        assert accepted.startswith("Ingelezen") != (thrown == "Het bestand is weg. Er is niets gewijzigd.")
        assert waiting(settings) == []


def told(answer) -> str:
    """What the page says happened."""
    return re.search(r'<p class="notice[^>]*>([^<]*)', answer.text)[1]


def account_in(client) -> str:
    with client.session_transaction() as session:
        return session["_user_id"]


def test_a_file_without_rows_is_not_called_known(manager):
    page = manager.get(send(manager, "scholen", SCHOOLS.splitlines()[0]).location).text
    assert "nog geen rijen" in page
    assert "al bekend" not in page


def test_schools_without_an_area_are_announced(manager):
    warning = "U koos geen gemeenten of postcodes"
    assert warning in manager.get(send(manager, "scholen", SCHOOLS).location).text
    chosen = send(manager, "scholen", SCHOOLS, municipalities="Bronhoven")
    assert warning not in manager.get(chosen.location).text


def test_a_bad_file_shows_every_problem_and_cannot_be_accepted(manager, graph):
    send_and_accept(manager, "scholen", SCHOOLS)
    before = revision(graph)
    sent = send(manager, "personen", PEOPLE.replace("99AA00", "99AAOO").replace("2019-08-01", "ooit"))
    page = manager.get(sent.location).text
    for word in ("Er zijn 2 dingen die niet kloppen", "99AAOO", "99AA00", "ooit", "vanaf", "een dag, zoals 2025-08-01"):
        assert word in page
    assert "Lees in" not in page
    assert manager.post(sent.location).location == sent.location
    assert revision(graph) == before
    listed = manager.get(f"{sent.location}/problemen.csv").get_data().decode("utf-8-sig")
    assert listed.splitlines()[1].startswith("2;organisatie;99AAOO;")


def send_and_accept(client, kind: str, text: str):
    return client.post(send(client, kind, text).location, follow_redirects=True)


def test_a_change_is_shown_before_it_is_made(manager):
    send_and_accept(manager, "scholen", SCHOOLS)
    page = manager.get(send(manager, "scholen", SCHOOLS.replace("0999550000", "0999550009")).location).text
    assert "<td>0999550000</td><td>0999550009</td>" in bare_cells(page)


def test_a_file_that_says_nothing_new_leaves_nothing_to_accept(manager):
    send_and_accept(manager, "scholen", SCHOOLS)
    page = manager.get(send(manager, "scholen", SCHOOLS).location).text
    assert "alles was al bekend" in page
    assert "Lees in" not in page


def test_only_the_chosen_municipalities_are_taken(manager):
    page = manager.get(send(manager, "scholen", SCHOOLS, municipalities="Bronhoven, 9999").location).text
    assert "9999" in page
    page = manager.get(
        send(manager, "scholen", SCHOOLS, municipalities="Bronhoven", postcodes="5960-5969").location
    ).text
    assert "<dd>3</dd>" in page


def test_a_file_can_be_thrown_away(manager, settings, graph):
    before = revision(graph)
    sent = send(manager, "scholen", SCHOOLS)
    assert "Het bestand is weg" in manager.post(f"{sent.location}/weg", follow_redirects=True).text
    assert manager.get(sent.location).status_code == 404
    assert waiting(settings) == []
    assert revision(graph) == before


def test_a_file_is_its_senders_alone(manager, client_as):
    sent = send(manager, "scholen", SCHOOLS)
    other = client_as(Role.BEHEERDER)
    assert other.get(sent.location).status_code == 404
    assert other.get(f"{sent.location}/problemen.csv").status_code == 404
    assert other.post(sent.location).status_code == 404
    assert other.post(f"{sent.location}/weg").status_code == 404
    assert manager.get(sent.location).status_code == 200


def test_what_waits_can_be_read_by_nobody_else_and_goes_after_a_day(manager, settings):
    send(manager, "scholen", SCHOOLS)
    [place] = waiting(settings)
    assert [stat.S_IMODE(part.stat().st_mode) for part in (place, *place.iterdir())] == [0o700, 0o600, 0o600]
    os.utime(place, (time.time() - 90_000,) * 2)
    send(manager, "scholen", SCHOOLS)
    assert place not in waiting(settings)


@pytest.mark.parametrize("data", [{}, {"kind": "scholen"}, {"kind": "leerlingen", "file": (io.BytesIO(b"a"), "a.csv")}])
def test_an_unfinished_form_says_what_is_missing(manager, settings, data):
    answer = manager.post("/inlezen", data=data, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "error-text" in answer.text
    assert waiting(settings) == []


@pytest.mark.parametrize("kind", LAYOUTS)
def test_an_empty_example_has_the_columns_that_are_read(manager, kind):
    titles = [column.names[0] for column in LAYOUTS[kind].columns]
    as_csv = manager.get(f"/inlezen/sjabloon/{kind}.csv").get_data().decode("utf-8-sig")
    assert as_csv.strip().split(";") == titles
    as_xlsx = io.BytesIO(manager.get(f"/inlezen/sjabloon/{kind}.xlsx").get_data())
    assert CalamineWorkbook.from_filelike(as_xlsx).get_sheet_by_index(0).to_python() == [titles]


def test_there_is_no_example_of_another_kind(manager):
    assert manager.get("/inlezen/sjabloon/leerlingen.csv").status_code == 404
    assert manager.get("/inlezen/sjabloon/scholen.pdf").status_code == 404


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SWV_MANAGER, Role.BEHEERDER}))
def test_others_find_no_such_page(client_as, role):
    assert client_as(role).get("/inlezen").status_code == 404


def test_the_form_keeps_its_secret(site, manager):
    site.config["WTF_CSRF_ENABLED"] = True
    assert send(manager, "scholen", SCHOOLS).status_code == 400
