"""Contacts."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from app.contacts.model import Tie
from app.contacts.store import find_tie, keep_tie
from app.platform.access import Scope
from tests.integration.exchange.conftest import TIES

NOOR, KARIM = "noor@delinde.example", "karim@wijk.example"
HEADER, NOOR_KARIM, KARIM_NOOR, NOOR_TEAM = TIES.splitlines()


@pytest.fixture
def people(region):
    region.fill("scholen", "personen")
    return region


def ties(region):
    """Each tie with its values, but for what tells two versions of it, or of a file, apart."""
    rows = region.ask(
        "MATCH (p)-[c:CONTACT]->(q) "
        "RETURN split(p.email, '@')[0] AS ego, coalesce(split(q.email, '@')[0], q.name) AS alter, "
        "c {.*, at: toString(c.at)} AS tie ORDER BY ego DESC, alter"
    )
    return [
        [ego, alter, {key: value for key, value in tie.items() if key not in {"version", "said"}}]
        for ego, alter, tie in rows
    ]


def test_ties_are_stored_with_their_codes(people):
    report = people.take("contacten", TIES)
    assert (report.rows_read, report.created) == (3, 3)
    today = people.ask("RETURN toString(date())")[0][0]
    assert ties(people) == [
        ["noor", "Wijkteam Noord", {"state": "desired", "visibility": "private", "at": today}],
        [
            "noor",
            "karim",
            {
                "state": "present",
                "kinds": ["G", "K"],
                "valence": "positive",
                "frequency": "weekly",
                "strength": 4,
                "visibility": "shared",
                "note": "belt op dinsdag",
                "at": "2026-01-05",
            },
        ],
        [
            "karim",
            "noor",
            {
                "state": "present",
                "kinds": ["K"],
                "frequency": "monthly",
                "strength": 3,
                "visibility": "introductions",
                "at": "2026-02-01",
            },
        ],
    ]


def test_a_second_time_changes_nothing(people):
    people.fill("contacten")
    before = people.content()
    report = people.take("contacten", TIES)
    assert (report.created, report.changed, report.unchanged, report.written) == (0, 0, 3, False)
    assert people.content() == before


def test_a_window_open_meanwhile_is_shown_both_versions(people):
    people.fill("contacten")
    noor, karim = (people.ask("MATCH (p:Person {email: $e}) RETURN p.id", e=e)[0][0] for e in (NOOR, KARIM))
    team = people.ask("MATCH (o:Organisation {name: 'Wijkteam Noord'}) RETURN o.id")[0][0]
    seen = {alter: find_tie(people.graph, Scope(people.scope.region, noor), alter)[1] for alter in (karim, team)}
    people.take("contacten", TIES)
    assert find_tie(people.graph, Scope(people.scope.region, noor), karim)[1] == seen[karim]
    people.take("contacten", TIES.replace("wekelijks", "dagelijks").replace("gewenst", "aanwezig"))
    for alter, tie in seen.items():
        assert not keep_tie(people.graph, Scope(people.scope.region, noor), alter, replace(tie, note="Uit het venster"))
    assert "Uit het venster" not in str(ties(people))


def test_of_a_file_and_a_window_at_the_same_moment_neither_is_lost_unseen(people):
    people.fill("contacten")
    noor, karim = (people.ask("MATCH (p:Person {email: $e}) RETURN p.id", e=e)[0][0] for e in (NOOR, KARIM))
    mine = Scope(people.scope.region, noor)
    for number in range(6):
        seen, start = find_tie(people.graph, mine, karim)[1], Barrier(2)

        def fill(start: Barrier = start, number: int = number) -> bool:
            start.wait()
            return people.take("contacten", TIES.replace("belt op dinsdag", f"bestand {number}")).written

        def save(start: Barrier = start, seen: Tie = seen, number: int = number) -> bool:
            start.wait()
            return keep_tie(people.graph, mine, karim, replace(seen, note=f"venster {number}", strength=number % 5 + 1))

        with ThreadPoolExecutor(2) as pool:
            written, kept = (future.result() for future in (pool.submit(fill), pool.submit(save)))
        now = find_tie(people.graph, mine, karim)[1]
        assert written
        # Kept before the file came, or refused after it: what the window wrote never stands over what it did not see.
        assert now.note == f"bestand {number}"
        assert now.version > seen.version + kept


def test_a_changed_tie_says_what_changed_in_the_words_of_the_file(people):
    people.fill("contacten")
    report = people.take("contacten", TIES.replace("maandelijks;3", "dagelijks;3"))
    assert [(change.row, change.field, change.old, change.new) for change in report.changes] == [
        (3, "hoe vaak", "maandelijks", "dagelijks")
    ]


def test_notes_and_kinds_and_all_of_a_private_tie_are_not_told_back(people):
    people.fill("contacten")
    other = NOOR_KARIM.replace("belt op dinsdag", "x").replace("K,G", "K,E")
    team = NOOR_TEAM.replace("gewenst", "aanwezig")
    report = people.take("contacten", "\n".join([HEADER, other, team]))
    assert sorted((change.row, change.field, change.old, change.new) for change in report.changes) == [
        (2, "notitie", None, "x"),
        (2, "soorten", None, "E, K"),
        (3, "toestand", None, "aanwezig"),
    ]


@pytest.mark.parametrize("other", ["karim@wijk.example", "Wijkteam Noord"])
def test_no_file_opens_what_its_owner_keeps_to_herself(people, other):
    people.take("contacten", f"van;naar;sterkte\n{NOOR};{other};4\n")
    report = people.take("contacten", f"van;naar;zichtbaar\n{NOOR};{other};gedeeld\n")
    assert (report.created, report.changed, report.changes) == (0, 0, ())
    people.take("contacten", f"van;naar;zichtbaar;sterkte\n{NOOR};{other};gedeeld;2\n")
    [[_ego, _alter, tie]] = ties(people)
    assert {"visibility": "private", "strength": 2}.items() <= tie.items()


@pytest.mark.parametrize("other", ["karim@wijk.example", "Wijkteam Noord"])
@pytest.mark.parametrize("guess", ["van;naar\n{};{}\n", "van;naar;soorten;sterkte\n{};{};K;4\n"])
@pytest.mark.parametrize("there", [True, False])
def test_no_count_tells_which_private_contact_is_there(people, other, guess, there):
    """Whoever guesses at a contact, once or again, gets the same answer whether it is there or not."""
    alter = "p" if "@" in other else "o"
    if there:
        people.ask(
            "MATCH (noor:Person {email: $noor}), (p:Person {email: 'karim@wijk.example'}), "
            f"(o:Organisation {{name: 'Wijkteam Noord'}}) CREATE (noor)-[:CONTACT {{state: 'present', "
            f"visibility: 'private', kinds: ['knowledge'], strength: 4}}]->({alter})",
            noor=NOOR,
        )
    text = guess.format(NOOR, other)
    first, again = people.take("contacten", text), people.take("contacten", text)
    assert (first.created, first.changed, first.changes) == (1, 0, ())
    assert (again.created, again.changed, again.unchanged) == (0, 0, 1)


@pytest.mark.parametrize("kinds", ["knowledge", "company"])
def test_no_count_tells_which_kinds_a_shared_contact_has(people, kinds):
    people.ask(
        "MATCH (noor:Person {email: $noor}), (p:Person {email: 'karim@wijk.example'}) "
        "CREATE (noor)-[:CONTACT {state: 'present', visibility: 'shared', kinds: [$kinds]}]->(p)",
        noor=NOOR,
        kinds=kinds,
    )
    report = people.take("contacten", f"van;naar;soorten\n{NOOR};karim@wijk.example;K\n")
    assert (report.created, report.changed) == (0, 1)


def test_an_absent_column_keeps_what_was_there(people):
    people.fill("contacten")
    report = people.take("contacten", "van;naar;sterkte\nnoor@delinde.example;karim@wijk.example;4\n")
    assert (report.unchanged, report.changed) == (1, 0)


def test_a_tie_can_be_made_from_its_two_ends_alone(people):
    people.take("contacten", "van;naar\nsanne@wijk.example;99AB00\n")
    [[_ego, _alter, tie]] = ties(people)
    assert {"state": "present", "visibility": "private"}.items() <= tie.items()


def test_all_that_is_wrong_is_told(people):
    text = "\n".join(
        [
            HEADER,
            "nor@delinde.example;karim@wijk.example;aanwezich;K,Q;positief;wekelijks;7;gedeeld;;",
            "noor@delinde.example;Wijkteam Nord;;;;;;;;",
            "noor@delinde.example;noor@delinde.example;;;;;;;;",
            NOOR_KARIM,
            NOOR_KARIM,
            "noor@delinde.example;99AB00;;;;;;;kind 111222333;",
        ]
    )
    assert people.wrong("contacten", text) == [
        (2, "toestand", "aanwezich", "aanwezig"),
        (2, "soorten", "K,Q", ""),
        (2, "sterkte", "7", ""),
        (2, "van", "nor@delinde.example", "noor@delinde.example"),
        (3, "naar", "Wijkteam Nord", "Wijkteam Noord"),
        (4, "naar", "noor@delinde.example", ""),
        (6, "naar", "karim@wijk.example", ""),
        (7, "notitie", "•••••••••", ""),
    ]


def test_people_of_another_region_cannot_be_tied(people, make_region):
    other = make_region("PO-99-03")
    assert [found[1] for found in other.wrong("contacten", "\n".join([HEADER, NOOR_KARIM]))] == ["van", "naar"]
