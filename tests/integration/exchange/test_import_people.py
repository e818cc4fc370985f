"""People and their positions."""

import pytest

from tests.integration.exchange.conftest import PEOPLE

HEADER, NOOR, KARIM, SANNE, ILSE = PEOPLE.splitlines()


@pytest.fixture
def schools(region):
    region.fill("scholen")
    return region


def positions(region):
    return region.ask(
        "MATCH (p:Person)-[w:WORKS_AT]->(o) "
        "RETURN p.email, o.name, w.role, toString(w.since), toString(w.until), w.days ORDER BY p.email, w.since, o.name"
    )


def test_people_are_stored_where_they_work(schools):
    report = schools.take("personen", PEOPLE)
    assert (report.rows_read, report.created) == (4, 4)
    assert positions(schools) == [
        ["ilse@mozaiek.example", "Het Mozaïek", "schoolleider", "2019-08-01", "2025-07-31", 5.0],
        ["karim@wijk.example", "Wijkteam Noord", "jeugdhulp", "2022-09-01", None, 4.5],
        ["noor@delinde.example", "De Linde", "IB", "2021-08-01", None, 3.0],
        ["sanne@wijk.example", "Wijkteam Noord", "jeugdhulp", None, None, None],
    ]
    assert schools.ask("MATCH (p:Person {email: 'noor@delinde.example'}) RETURN p.name, p.phone, size(p.id)") == [
        ["Noor de Wit", "06-00000001", 36]
    ]


def test_a_new_organisation_is_made_once_with_its_themes(schools):
    schools.fill("personen")
    assert schools.ask(
        "MATCH (o:Organisation {name_key: 'wijkteam noord'})-[:OFFERS]->(t) "
        "RETURN o.kind, o.municipality, o.place, t.code ORDER BY t.code"
    ) == [["wijkteam", "Bronhoven", "Bronhoven", "gedrag"], ["wijkteam", "Bronhoven", "Bronhoven", "thuiszitten"]]


def test_a_second_time_changes_nothing(schools):
    schools.fill("personen")
    before = schools.content()
    report = schools.take("personen", PEOPLE)
    assert (report.created, report.changed, report.unchanged, report.written) == (0, 0, 4, False)
    assert schools.content() == before


def test_a_person_is_known_by_her_address_whatever_its_capitals(schools):
    schools.fill("personen")
    report = schools.take("personen", PEOPLE.replace("Noor@", "NOOR@").replace("Noor de Wit", "Noor Smit"))
    assert (report.created, report.changed, report.unchanged) == (0, 1, 3)
    [change] = report.changes
    assert (change.row, change.field, change.old, change.new) == (2, "naam", "Noor de Wit", "Noor Smit")


def test_another_place_or_role_is_another_position_and_the_old_one_stays(schools):
    schools.fill("personen")
    moved = NOOR.replace("99AA00", "99AB00").replace("2021-08-01;;", "2025-08-01;;")
    left = NOOR.replace("2021-08-01;;", "2021-08-01;31-7-2025;")
    report = schools.take("personen", "\n".join([HEADER, left, moved]))
    assert (report.created, report.changed) == (1, 1)
    assert [row for row in positions(schools) if row[0].startswith("noor")] == [
        ["noor@delinde.example", "De Linde", "IB", "2021-08-01", "2025-07-31", 3.0],
        ["noor@delinde.example", "Het Mozaïek", "IB", "2025-08-01", None, 3.0],
    ]


def test_an_empty_cell_empties_and_an_absent_column_keeps(schools):
    schools.fill("personen")
    schools.take(
        "personen", "email;naam;organisatie;functie;vanaf\nilse@mozaiek.example;Ilse Bos;99AB00;schoolleider;2019-08-01"
    )
    assert positions(schools)[0][4:] == ["2025-07-31", 5.0]
    report = schools.take("personen", "\n".join([HEADER, ILSE.replace("2025-07-31", "")]))
    assert [(change.field, change.old, change.new) for change in report.changes] == [("tot", "2025-07-31", None)]
    assert positions(schools)[0][4:] == [None, 5.0]


def test_one_more_row_does_not_touch_the_others(schools):
    schools.fill("personen")
    report = schools.take("personen", PEOPLE + "robin@wijk.example;Robin Kok;;Wijkteam Noord;;;;;stagiair;;;")
    assert (report.created, report.changed, report.unchanged) == (1, 0, 4)


def test_all_that_is_wrong_is_told_row_by_row_and_column_by_column(schools):
    text = "\n".join(
        [
            HEADER,
            "noor;Noor de Wit;12;99AA0O;;;;;IB;2021-13-01;;9",
            "karim@wijk.example;Karim Aydin;;Wijkteam Noord;wijkteem;;;gedrach;jeugdprofessional;;;",
            "ilse@mozaiek.example;Ilse Bos;;99AB00;;;;;;2025-08-01;2025-07-01;",
            "ilse@mozaiek.example;Ilse Smit;;99AB00;;;;;IB;;;",
            "piet@mozaiek.example;Piet 111222333;;99AB00;;;;;IB;;;",
        ]
    )
    assert schools.wrong("personen", text) == [
        (2, "email", "noor", ""),
        (2, "telefoon", "12", ""),
        (2, "vanaf", "2021-13-01", ""),
        (2, "dagen", "9", ""),
        (2, "organisatie", "99AA0O", "99AA00"),
        (3, "soort", "wijkteem", "wijkteam"),
        (3, "themas", "gedrach", "gedrag"),
        (3, "organisatie", "Wijkteam Noord", ""),
        (4, "functie", "", ""),
        (4, "tot", "2025-07-01", ""),
        (5, "email", "ilse@mozaiek.example", ""),
        (6, "naam", "•••••••••", ""),
    ]


def test_the_same_position_twice_is_refused(schools):
    assert schools.wrong("personen", "\n".join([HEADER, NOOR, NOOR])) == [(3, "functie", "IB", "")]


def test_a_name_that_two_organisations_have_needs_the_code(schools):
    schools.ask("MATCH (o:Organisation {brin: '99AB'}) SET o.name = 'De Linde', o.name_key = 'de linde'")
    assert schools.wrong("personen", "\n".join([HEADER, NOOR.replace("99AA00", "De Linde")])) == [
        (2, "organisatie", "De Linde", "99AA00")
    ]


def test_an_organisation_of_another_region_is_not_there(schools, make_region):
    other = make_region("PO-99-03")
    assert other.wrong("personen", "\n".join([HEADER, NOOR])) == [(2, "organisatie", "99AA00", "")]


def test_somebody_of_another_region_gets_a_position_here_and_what_was_there_is_not_told(schools, make_region):
    schools.fill("personen")
    other = make_region("PO-99-03")
    text = "\n".join([HEADER, NOOR.replace("99AA00;", "Jeugdteam;jeugdhulp").replace("06-00000001", "06-00000009")])
    report = other.take("personen", text)
    assert report.created == 1
    assert [change.old for change in report.changes] in ([], [None])
    assert len([row for row in positions(schools) if row[0].startswith("noor")]) == 2


def test_who_a_file_brings_was_changed_by_nobody(schools):
    schools.fill("personen")
    asked = """
    MATCH (p:Person)-[w:WORKS_AT]->(o:Organisation) UNWIND [p, w, o] AS one
    RETURN DISTINCT one.updated_at, one.imported_at IS NOT NULL OR one.verified_at IS NOT NULL
    """
    assert schools.ask(asked) == [[None, True]]


def test_a_file_without_first_days_means_the_position_that_somebody_holds(region):
    region.fill("scholen", "personen")
    text = "email;naam;organisatie;functie;dagen\nnoor@delinde.example;Noor de Wit;99AA00;IB;4\n"
    report = region.take("personen", text)
    assert (report.created, report.changed) == (0, 1)
    assert region.take("personen", text).unchanged == 1
    assert region.ask("MATCH (:Person {email: 'noor@delinde.example'})-[w:WORKS_AT]->() RETURN w.days") == [[4.0]]
    gone = "email;naam;organisatie;functie;tot\nilse@mozaiek.example;Ilse Bos;Het Mozaïek;schoolleider;2025-07-31\n"
    assert region.take("personen", gone).unchanged == 1
