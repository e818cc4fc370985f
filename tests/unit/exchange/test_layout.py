import pytest

from app.exchange.layouts import LAYOUTS
from app.exchange.layouts.layout import bind, parse_line
from app.exchange.problems import Problem, Problems

PEOPLE = LAYOUTS["personen"]


def test_columns_are_found_by_name_wherever_they_stand_and_however_they_are_spelled():
    header = ["Functie", "iets anders", " E-MAIL ", "Náám", "ORGANISATIE"]
    bound = bind(PEOPLE, header, Problems())
    assert {column.field: place for place, column in bound.places} == {
        "role": 0,
        "email": 2,
        "name": 3,
        "organisation": 4,
    }


def test_two_columns_with_one_name_are_refused_and_counted_out():
    problems = Problems()
    assert bind(PEOPLE, ["email", "Naam", "organisatie", "functie", "naam"], problems) is None
    expected = "één kolom met deze naam, en niet de kolommen 2, 5"
    assert [(told.row, told.column.casefold(), told.expected) for told in problems] == [(1, "naam", expected)]


def test_two_columns_that_we_do_not_read_may_have_one_name():
    assert bind(PEOPLE, ["email", "naam", "organisatie", "functie", "x", "x", "", ""], Problems())


def test_every_column_that_is_missing_is_named_with_the_one_that_looks_like_it():
    problems = Problems()
    assert bind(PEOPLE, ["emailadres", "naam", "functies"], problems) is None
    assert [(problem.row, problem.column, problem.nearest) for problem in problems] == [
        (1, "email", "emailadres"),
        (1, "organisatie", ""),
        (1, "functie", "functies"),
    ]


def parsed(header: str, line: str) -> tuple[dict, Problems]:
    problems = Problems()
    bound = bind(PEOPLE, header.split(";"), problems)
    return parse_line((7, line.split(";")), bound, problems).values, problems


def test_all_that_is_wrong_in_a_row_is_told_at_once():
    header = "e-mail;naam;organisatie;functie;vanaf;dagen;telefoon"
    values, problems = parsed(header, "noor;;99AA00;IB;31-2-2025;9;612345678")
    assert [(problem.row, problem.column, problem.value) for problem in problems] == [
        (7, "e-mail", "noor"),
        (7, "naam", ""),
        (7, "telefoon", "612345678"),
        (7, "vanaf", "31-2-2025"),
        (7, "dagen", "9"),
    ]
    assert values["organisation"] == "99AA00"


def test_a_row_that_ends_early_has_empty_cells_and_an_absent_column_no_value():
    values, problems = parsed("email;naam;organisatie;functie;tot", "a@b.nl;A;99AA00;IB")
    assert not problems
    assert values["until"] is None
    assert "since" not in values


def test_a_row_with_more_cells_than_columns_is_refused():
    assert parsed("email;naam;organisatie;functie", "a@b.nl;A;99AA00;IB;meer")[1][0].value == "meer"


@pytest.mark.parametrize("place", [1, 4])
def test_nine_digits_that_pass_are_refused_in_any_text_and_not_repeated(place):
    cells = ["a@b.nl", "A", "99AA00", "IB", "x"]
    cells[place] += " 111.222.333"
    problems = parsed("email;naam;organisatie;functie;opmerking", ";".join(cells))[1]
    title = ["email", "naam", "organisatie", "functie", "opmerking"][place]
    expected = "geen negen cijfers die een BSN kunnen zijn"
    assert problems == [Problem(7, title, "•••••••••", expected)]


def test_a_phone_number_is_no_bsn():
    assert not parsed("email;naam;organisatie;functie;telefoon", "a@b.nl;A;99AA00;IB;+31 111222333")[1]
