"""Wholly or not at all; and what an import leaves in the trail."""

import json

import pytest

from app.exchange.importing import BATCH
from tests.integration.exchange.conftest import FILES, PEOPLE, TIES


@pytest.fixture
def people(region):
    region.fill("scholen", "personen")
    return region


def many_people(count: int, last: str = "") -> str:
    rows = [f"p{number}@wijk.example;Persoon {number};99AA00;IB" for number in range(count)]
    return "\n".join(["email;naam;organisatie;functie", *rows, last])


def test_a_problem_in_the_last_batch_undoes_the_first(people):
    text = many_people(2 * BATCH, "p@wijk.example;Persoon;nergens;IB")
    assert people.wrong("personen", text) == [(2 * BATCH + 2, "organisatie", "nergens", "")]


def test_a_rehearsal_says_what_a_real_import_does_and_changes_nothing(people):
    before = people.content()
    rehearsal = people.take("contacten", TIES, dry_run=True)
    assert people.content() == before
    assert not rehearsal.written
    real = people.take("contacten", TIES)
    assert (real.created, real.changed, real.unchanged) == (rehearsal.created, rehearsal.changed, rehearsal.unchanged)
    assert real.written


@pytest.mark.parametrize("kind", FILES)
def test_only_an_import_that_changes_something_raises_the_revision_and_leaves_an_event(region, kind):
    kinds = list(FILES)
    region.fill(*kinds[: kinds.index(kind)])
    before = region.revision()
    region.fill(kind)
    after_first = region.revision()
    assert after_first > before
    region.fill(kind)
    assert region.revision() == after_first
    [[after]] = region.ask("MATCH (e:AuditEvent {subject: $kind, action: 'exchange.import'}) RETURN e.after", kind=kind)
    assert json.loads(after)["created"] == FILES[kind].count("\n") - 1


def test_the_trail_holds_counts_and_nobody(people):
    people.fill("contacten")
    events = people.ask("MATCH (e:AuditEvent) RETURN e.after")
    assert not any("noor" in after or "belt" in after for [after] in events)


def test_progress_is_told_a_batch_at_a_time(people):
    told = []
    people.take("personen", many_people(BATCH + 1), progress=told.append)
    assert told == [BATCH, BATCH + 1, BATCH + 1]


def test_a_file_that_is_no_table_is_a_problem_of_the_file(region):
    assert [found[0] for found in region.wrong("scholen", "")] == [None]


def test_a_file_of_another_kind_says_which_columns_are_missing(region):
    assert [found[:2] for found in region.wrong("verwijzingen", PEOPLE)][:2] == [(1, "zaak"), (1, "thema")]


def test_only_the_first_changes_are_kept_and_all_are_counted(region):
    region.fill("scholen")
    region.take("personen", many_people(300))
    report = region.take("personen", many_people(300).replace("Persoon", "Mevrouw"))
    assert (len(report.changes), report.change_count, report.changed) == (200, 300, 300)
