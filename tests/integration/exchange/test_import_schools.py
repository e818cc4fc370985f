"""Schools, from a file in the form that DUO gives it."""

from app.platform.access import region_scope
from tests.integration.exchange.conftest import SCHOOLS


def test_a_school_is_stored_with_its_codes_and_readable_names(region):
    report = region.take("scholen", SCHOOLS)
    assert (report.rows_read, report.created, report.changed, report.unchanged) == (3, 3, 0, 0)
    [[school]] = region.ask(
        "MATCH (o:Organisation {brin: '99AB', branch: '00'}) "
        "RETURN o {.*, id: null, imported_at: null, search_region: null, search_name: null, search_text: null}"
    )
    assert school == {
        "id": None,
        "imported_at": None,
        "search_region": None,
        "search_name": None,
        "search_text": None,
        "brin": "99AB",
        "branch": "00",
        "kind": "bao",
        "name": "Het Mozaïek",
        "name_key": "het mozaïek",
        "address": "Kerkpad 12",
        "postcode": "5960 AA",
        "place": "Oost IJsseldijk",
        "municipality": "Oost IJsseldijk",
        "phone": "0999550002",
        "website": "www.mozaiek.example",
    }


def test_boards_and_municipalities_become_organisations_once(region):
    region.fill("scholen")
    others = region.ask(
        "MATCH (o:Organisation)-[:IN_REGION]->(:Region) WHERE o.kind IN ['bestuur', 'gemeente'] "
        "RETURN o.kind, o.name, o.number ORDER BY o.number"
    )
    assert others == [
        ["gemeente", "Gemeente Bronhoven", "9000"],
        ["gemeente", "Gemeente Oost IJsseldijk", "9001"],
        ["bestuur", "Schoolbestuur 90010", "90010"],
        ["bestuur", "Schoolbestuur 90011", "90011"],
    ]
    governed = region.ask("MATCH (s)-[:GOVERNED_BY]->(b) RETURN s.brin + s.branch AS site, b.number ORDER BY site")
    assert governed == [["99AA00", "90010"], ["99AA01", "90010"], ["99AB00", "90011"]]


def test_a_blank_cell_however_wide_is_no_value(region):
    region.fill("scholen")
    assert region.ask("MATCH (o:Organisation {branch: '01'}) RETURN o.phone, o.website") == [[None, None]]


def test_a_second_time_changes_nothing(region):
    region.fill("scholen")
    before = region.content()
    report = region.take("scholen", SCHOOLS)
    assert (report.created, report.changed, report.unchanged, report.written) == (0, 0, 3, False)
    assert region.content() == before


def test_a_changed_row_updates_and_says_what_changed(region):
    region.fill("scholen")
    text = SCHOOLS.replace("0999550000", "0999550009").replace("De Linde Oost;90010", "De Linde Oost;90011")
    report = region.take("scholen", text)
    assert (report.created, report.changed, report.unchanged) == (0, 2, 1)
    assert sorted((change.row, change.field, change.old, change.new) for change in report.changes) == [
        (2, "TELEFOONNUMMER", "0999550000", "0999550009"),
        (3, "BEVOEGD GEZAG NUMMER", "Schoolbestuur 90010", "Schoolbestuur 90011"),
    ]
    boards = region.ask("MATCH (:Organisation {branch: '01'})-[:GOVERNED_BY]->(b) RETURN b.number")
    assert boards == [["90011"]]


def test_only_the_chosen_area_is_taken(region):
    report = region.take("scholen", SCHOOLS, municipalities=["Oost-IJsseldijk"], postcodes=["5950-5955"])
    assert (report.created, report.skipped) == (3, 0)
    report = region.take("scholen", SCHOOLS, municipalities=["9001"])
    assert (report.unchanged, report.skipped) == (1, 2)


def test_a_municipality_that_is_not_in_the_file_is_told(region):
    assert region.wrong("scholen", SCHOOLS, municipalities=["Bronhove"]) == [
        (None, "GEMEENTENAAM", "Bronhove", "BRONHOVEN")
    ]


def test_a_column_of_kinds_is_used_and_without_it_a_known_kind_stays(region):
    lines = SCHOOLS.splitlines()
    kinds = ["SOORT", "sbo", "", "speciaal onderwijs"]
    region.take("scholen", "\n".join(f"{line};{kind}" for line, kind in zip(lines, kinds, strict=True)))
    region.take("scholen", SCHOOLS.replace("0999550000", "0999550009"))
    found = region.ask("MATCH (o:Organisation) WHERE o.brin IS NOT NULL RETURN o.kind ORDER BY o.brin + o.branch")
    assert found == [["sbo"], ["bao"], ["so"]]


def test_a_kind_that_was_corrected_by_hand_outlives_the_next_file(region):
    region.fill("scholen")
    region.ask("MATCH (o:Organisation {brin: '99AB'}) SET o.kind = 'sbo'")
    assert region.take("scholen", SCHOOLS).unchanged == 3


def test_all_that_is_wrong_is_told_row_by_row(region):
    text = SCHOOLS.replace("99AA;99AA00", "99AX;99AA00").replace("5955 DN", "59 DN").replace("99AB00", "99AA01")
    assert region.wrong("scholen", text) == [
        (2, "VESTIGINGSCODE", "99AA00", ""),
        (3, "POSTCODE", "59 DN", ""),
        (4, "VESTIGINGSCODE", "99AA01", ""),
        (4, "VESTIGINGSCODE", "99AA01", ""),
    ]


def test_a_school_of_another_region_stays_there(region, make_region):
    region.fill("scholen")
    other = make_region("PO-99-03")
    assert [found[:3] for found in other.wrong("scholen", SCHOOLS)] == [
        (2, "VESTIGINGSCODE", "99AA00"),
        (3, "VESTIGINGSCODE", "99AA01"),
        (4, "VESTIGINGSCODE", "99AB00"),
    ]
    assert other.scope == region_scope("PO-99-03")
