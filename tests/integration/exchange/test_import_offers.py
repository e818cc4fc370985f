"""What organisations offer."""

import pytest

HEADER = "organisatie;thema;leeftijd vanaf;leeftijd tot en met;plekken;wachtdagen;intake;bevestigd"
TEAM = "Wijkteam Noord;gedrag;4;12;3;14;open;2026-10-03"
SCHOOL = "99AB00;taal;;;;;gesloten;"
OFFERS = "\n".join([HEADER, TEAM, SCHOOL])


@pytest.fixture
def partners(region):
    region.fill("scholen", "personen")
    return region


def offers(region):
    return region.ask(
        "MATCH (o:Organisation)-[f:OFFERS]->(t) RETURN o.name AS name, t.code AS theme, "
        "[f.age_from, f.age_to, f.capacity, f.waiting_days, f.accepting, toString(date(f.verified_at))] "
        "ORDER BY name, theme"
    )


def test_an_offer_is_stored_and_one_that_was_there_is_filled_in(partners):
    report = partners.take("aanbod", OFFERS)
    assert (report.created, report.changed) == (1, 1)
    assert offers(partners) == [
        ["Het Mozaïek", "taal", [None, None, None, None, False, None]],
        ["Wijkteam Noord", "gedrag", [4, 12, 3, 14, True, "2026-10-03"]],
        ["Wijkteam Noord", "thuiszitten", [None, None, None, None, None, None]],
    ]


def test_a_second_time_changes_nothing(partners):
    partners.take("aanbod", OFFERS)
    before = partners.content()
    report = partners.take("aanbod", OFFERS)
    assert (report.created, report.changed, report.unchanged, report.written) == (0, 0, 2, False)
    assert partners.content() == before


def test_a_changed_offer_says_what_changed_in_the_words_of_the_file(partners):
    partners.take("aanbod", OFFERS)
    report = partners.take("aanbod", OFFERS.replace("14;open", "21;gesloten"))
    assert sorted((change.row, change.field, change.old, change.new) for change in report.changes) == [
        (2, "intake", "open", "gesloten"),
        (2, "wachtdagen", "14", "21"),
    ]


DATES = """
MATCH (o:Organisation)-[f:OFFERS]->(t:Theme {code: $theme}) WHERE f.waiting_days IS NOT NULL OR f.accepting IS NOT NULL
RETURN f.updated_at IS NOT NULL AS changed, f.updated_by AS by, f.imported_at IS NOT NULL AS read_in,
  toString(date(f.verified_at)) AS verified
"""


def dates(partners, theme="gedrag"):
    [row] = partners.ask(DATES, theme=theme)
    return row


def test_a_file_changes_nothing_as_a_person_does(partners):
    """What a file brings is as old as the file says; where it says nothing, as its being read in."""
    partners.take("aanbod", OFFERS)
    assert dates(partners) == [False, None, False, "2026-10-03"]
    assert dates(partners, "taal") == [False, None, True, None]


def test_saying_that_it_is_right_is_no_change_of_what_is_offered(partners):
    partners.take("aanbod", OFFERS)
    partners.ask("MATCH ()-[f:OFFERS]->() SET f.updated_at = datetime(), f.updated_by = 'ann' RETURN count(f)")
    partners.take("aanbod", OFFERS.replace("2026-10-03", "2026-11-03"))
    assert dates(partners) == [True, "ann", False, "2026-11-03"]


def test_a_file_that_changes_a_value_takes_the_place_of_who_changed_it(partners):
    partners.take("aanbod", OFFERS)
    partners.ask("MATCH ()-[f:OFFERS]->() SET f.updated_at = datetime(), f.updated_by = 'ann' RETURN count(f)")
    partners.take("aanbod", OFFERS.replace("14;open", "21;open").replace("gesloten", "open"))
    assert dates(partners) == [False, None, False, "2026-10-03"]
    assert dates(partners, "taal") == [False, None, True, None]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Wijkteam Nord;gedrag;;;;;;", "organisatie"),
        ("Wijkteam Noord;gedragg;;;;;;", "thema"),
        ("Wijkteam Noord;gedrag;3;;;;;", "leeftijd vanaf"),
        ("Wijkteam Noord;gedrag;12;8;;;;", "leeftijd tot en met"),
        ("Wijkteam Noord;gedrag;;;-1;;;", "plekken"),
        ("Wijkteam Noord;gedrag;;;;twee weken;;", "wachtdagen"),
        ("Wijkteam Noord;gedrag;;;;;misschien;", "intake"),
        ("Wijkteam Noord;gedrag;;;;;;gisteren", "bevestigd"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(partners, row, column):
    assert [found[:2] for found in partners.wrong("aanbod", f"{HEADER}\n{row}")] == [(2, column)]


def test_an_offer_stands_in_a_file_once(partners):
    assert [found[:2] for found in partners.wrong("aanbod", f"{OFFERS}\n{TEAM}")] == [(4, "thema")]
